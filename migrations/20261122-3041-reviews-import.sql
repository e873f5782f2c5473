-- What the sources of a platform call its courses.
create view catalog.listing_key as
  select distinct r.course_id, s.platform_id, r.external_key as key
  from catalog.record r join catalog.source s on s.id = r.source_id
  where s.format <> 'correction';

-- A feed of reviews on its way: read whole before any of it counts. Rows without words are ratings only.
create unlogged table reviews.staged (
  import_id uuid not null,
  position integer not null,
  course_id uuid not null,
  rated_on date not null,
  stars smallint not null,
  proof smallint not null,
  -- as the source calls it; null where it has no name for it
  external_key text,
  -- texts and what else is told of the experience; null for stars alone
  says jsonb,
  primary key (import_id, position)
);
