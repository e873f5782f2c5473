-- What other modules may know of courses, and who speaks for a provider.
create view catalog.listing as
  select c.id, c.n, c.slug, c.title, c.language, c.state, c.merged_into, c.url, c.is_sample, c.picture_key, c.created_at, c.changed_at,
    c.rating_mean, c.rating_count, p.id as platform_id, p.slug as platform_slug, p.name as platform_name
  from catalog.course c join catalog.platform p on p.id = c.platform_id;

create view catalog.listing_subject as select course_id, subject from catalog.course_subject;

create view catalog.listing_provider as
  select cp.course_id, cp.position, v.id as provider_id, v.slug as provider_slug, v.name as provider_name
  from catalog.course_provider cp join catalog.provider v on v.id = cp.provider_id;

create view catalog.listing_run as
  select id, course_id, key, title, start_on, start_precision, end_on, end_precision, gone_at from catalog.run;

-- People who proved that they work for a provider (or a platform's own authors): they may answer reviews and correct
-- fields, and may not review what is theirs.
create table catalog.provider_person (
  provider_id uuid not null references catalog.provider (id),
  person_id uuid not null references accounts.account (id) on delete cascade,
  -- the address at the provider's domain that was proved
  address text not null,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (provider_id, person_id)
);
create index provider_person_person on catalog.provider_person (person_id);

create view catalog.provider_staff as
  select provider_id, person_id from catalog.provider_person where ended_at is null;
