create schema reviews;

-- One person's word about one course (one run of it, where known). Stars without words are ratings only.
create table reviews.review (
  id uuid primary key,
  -- where it stands today
  course_id uuid not null,
  -- the course it was written about, once that one was merged into another; a split brings it back there
  came_from uuid,
  run_id uuid,
  -- what the reviewer or the source called the run ("Spring 2026")
  run_label text constraint review_run_label_length check (length(run_label) <= 120),
  -- null once the person is erased, and for reviews that were brought in
  person_id uuid,
  -- where it was brought in from; null for what was written here
  source text,
  external_key text,
  lang text not null,
  stars smallint not null constraint review_stars check (stars between 1 and 5),
  -- {"content":4,"teaching":5,"exercises":3,"support":2}, 1 to 5 each
  criteria jsonb not null default '{}',
  -- hours a week as lived, beside what the course announces
  hours_a_week numeric(5, 1) constraint review_hours check (hours_a_week between 0 and 168),
  body text constraint review_body_length check (length(body) <= 8000),
  pros text constraint review_pros_length check (length(pros) <= 2000),
  cons text constraint review_cons_length check (length(cons) <= 2000),
  for_whom text constraint review_for_whom_length check (length(for_whom) <= 1000),
  status text not null constraint review_status_known check (status in ('finished', 'dropped', 'under-way')),
  drop_reason text
    constraint review_drop_reason_known check (drop_reason in
      ('time', 'too-hard', 'too-easy', 'content', 'teaching', 'technical', 'price', 'life', 'other')),
  -- the month of the experience: its first day
  experienced_on date,
  is_anonymous boolean not null default false,
  proof text not null default 'none'
    constraint review_proof_known check (proof in ('none', 'enrolled', 'certificate', 'completed-here')),
  state text not null constraint review_state_known check (state in ('held', 'published', 'rejected', 'withdrawn')),
  -- counts edits; states and texts change by compare-and-set on it
  version integer not null default 1,
  helpful_count integer not null default 0,
  written_at timestamptz not null,
  edited_at timestamptz,
  published_at timestamptz,
  is_sample boolean not null default false,
  constraint review_drop_reason_of_dropped check (drop_reason is null or status = 'dropped'),
  constraint review_source_key_taken unique (source, external_key)
);
create index review_course on reviews.review (course_id, state);
create index review_person on reviews.review (person_id) where person_id is not null;
-- One review of one course by one person. Who had written about two courses that were merged keeps both.
create unique index review_once on reviews.review (person_id, (coalesce(came_from, course_id)))
  where person_id is not null and state <> 'withdrawn';
create index review_came_from on reviews.review (came_from) where came_from is not null;

-- What scores are made of: one line a rating that counts, written here or brought in. Holds no person.
create table reviews.rating (
  id bigint generated always as identity primary key,
  course_id uuid not null,
  -- as in reviews.review; a review's own rating goes with its review and leaves this empty
  came_from uuid,
  rated_on date not null,
  stars smallint not null constraint rating_stars check (stars between 1 and 5),
  -- 0 none, 1 enrolled, 2 certificate, 3 completed here
  proof smallint not null default 0 constraint rating_proof check (proof between 0 and 3),
  -- the platform that it was brought in from; null for ratings given here
  source text,
  external_key text,
  review_id uuid constraint rating_review_once unique references reviews.review (id) on delete cascade,
  constraint rating_source_key_taken unique (source, external_key)
);
create index rating_course on reviews.rating (course_id);
create index rating_came_from on reviews.rating (came_from) where came_from is not null;
