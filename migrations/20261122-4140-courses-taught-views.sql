-- What modules above read of courses: published states only, and nothing of how drafts are kept.
create view courses.taught as
  select c.id, c.slug, c.title, c.lang, c.state, v.number, v.about, v.outline
  from courses.course c join courses.version v on v.id = c.version_id where c.state <> 'draft';
create view courses.offering as
  select id, course_id, title, pacing, start_on, end_on, enrolment_start_on, enrolment_end_on, zone, access, seats, state
  from courses.run where state <> 'draft';
-- What authors said to learners with each version.
create view courses.version_change as
  select course_id, number, changes, published_at from courses.version where changes <> '';
