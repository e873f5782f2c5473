create extension if not exists pg_trgm;

create index course_url_key on catalog.course (catalog.url_key(url)) where url is not null and state <> 'merged';
-- Titles that resemble each other.
create index course_title_trigrams on catalog.course using gin (catalog.title_key(title) gin_trgm_ops)
  where state <> 'merged';
create index course_picture_wanted on catalog.course (changed_at desc)
  where picture_key is null and picture_url is not null and state = 'listed';
