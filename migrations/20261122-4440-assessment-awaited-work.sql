-- What a person has still to look at, for whoever says how far somebody is.
create view assessment.awaited_work as
  select taker_id, course_id, block_id from assessment.work where state = 'waiting';
