-- Whose word a change of a course was, where it was one source's; null for what we found or decided ourselves.
alter table catalog.course_change add column source_id uuid references catalog.source (id);
