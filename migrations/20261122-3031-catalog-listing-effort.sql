-- What a course announces, for modules that set it beside what people lived.
create view catalog.listing_effort as
  select id as course_id, (document #>> '{effort,minHoursPerWeek}')::numeric as min_hours_a_week,
    (document #>> '{effort,maxHoursPerWeek}')::numeric as max_hours_a_week
  from catalog.course where document ? 'effort';
