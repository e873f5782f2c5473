-- Whether anything names a file that was handed in is asked once a file; answers are many, those with files few.
create index work_files on assessment.work using gin (files jsonb_path_ops) where files <> '[]';
create index answer_files on assessment.answer using gin ((answer -> 'files') jsonb_path_ops) where answer ->> 'kind' = 'files';
