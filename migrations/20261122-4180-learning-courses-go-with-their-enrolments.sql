-- A course is only ever deleted with the sample; what people did in it goes with it. Courses of one's own are archived.
alter table learning.enrolment drop constraint enrolment_course_id_fkey;
alter table learning.enrolment drop constraint enrolment_run_id_fkey;
alter table learning.enrolment add constraint enrolment_course
  foreign key (course_id) references courses.course (id) on delete cascade not valid;
alter table learning.enrolment add constraint enrolment_run
  foreign key (run_id) references courses.run (id) on delete cascade not valid;
