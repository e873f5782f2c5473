-- Courses that nobody touched for three months: who said that all is still right, and when their authors were asked last.
create table courses.upkeep (
  course_id uuid primary key references courses.course (id) on delete cascade,
  confirmed_at timestamptz,
  confirmed_by uuid references accounts.account (id) on delete set null,
  told_at timestamptz
);

-- Whether somebody was signed up once for being asked; who ended it is not signed up again.
alter table courses.staff add column hears_upkeep boolean not null default false;

-- When anybody last changed a course, published it, or said that it is still right.
create or replace view courses.last_change as
  select c.id as course_id, greatest(c.changed_at, v.published_at,
    (select max(b.changed_at) from courses.block b where b.course_id = c.id), k.confirmed_at) as changed_at
  from courses.course c left join courses.version v on v.id = c.version_id
  left join courses.upkeep k on k.course_id = c.id;
