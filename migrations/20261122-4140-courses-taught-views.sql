-- What modules above read of courses: published states only, and nothing of how drafts are kept.
create view courses.taught as
  select c.id, c.slug, c.title, c.lang, c.state, c.listing_id, c.is_sample, v.id as version_id, v.number, v.about, v.rules,
    v.banks, v.outline, v.changes, v.published_at
  from courses.course c join courses.version v on v.id = c.version_id;
create view courses.taught_unit as select id, course_id, unit_id, blocks from courses.unit_edition;
create view courses.offering as
  select id, course_id, title, pacing, start_on, end_on, enrolment_start_on, enrolment_end_on, zone, access, seats, state
  from courses.run where state <> 'draft';
create view courses.course_staff as select course_id, person_id, role from courses.staff;
