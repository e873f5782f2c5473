-- What an import read, before anything is changed: the whole feed is known before the catalogue is touched.
-- Unlogged: an import that a crash cuts off is read again from its feed.
create unlogged table catalog.staged (
  import_id uuid not null,
  position integer not null,
  external_key text not null,
  document jsonb not null,
  degraded integer not null default 0,
  primary key (import_id, external_key, position)
);

create index course_url on catalog.course (url) where url is not null;
create index course_title on catalog.course (platform_id, lower(title));
