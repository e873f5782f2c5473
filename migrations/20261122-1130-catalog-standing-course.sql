-- Where a course stands: itself, or the course that it was merged into, however many times.
create function catalog.standing_course(course uuid) returns uuid stable strict parallel safe language sql as $$
  with recursive up(id, merged_into, depth) as (
    select c.id, c.merged_into, 0 from catalog.course c where c.id = course
    union all select c.id, c.merged_into, up.depth + 1 from up join catalog.course c on c.id = up.merged_into
    where up.depth < 100)
  select id from up where merged_into is null limit 1
$$;
