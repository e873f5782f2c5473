-- A film may take days to come: what counts is when somebody went on with it.
alter table courses.film_upload add column moved_at timestamptz;
update courses.film_upload set moved_at = started_at;
alter table courses.film_upload alter column moved_at set not null;
