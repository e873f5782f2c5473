-- Courses that somebody misses here: their page is read, a person decides.
create table catalog.course_proposal (
  id uuid primary key,
  url text not null constraint course_proposal_url_length check (length(url) <= 2000),
  note text constraint course_proposal_note_length check (length(note) <= 1000),
  -- where the answer is sent; taken away once it is sent
  mail text,
  person_id uuid,
  lang text not null,
  state text not null constraint course_proposal_state_known
    check (state in ('reading', 'waiting', 'accepting', 'accepted', 'refused')),
  -- what the page says of the course, in the one shape of all feeds
  document jsonb,
  -- why nothing could be read from it
  trouble text,
  -- the course that came of it, or that was there already
  course_id uuid references catalog.course (id),
  reason text constraint course_proposal_reason_known
    check (reason in ('known', 'no-course', 'not-open', 'advertising', 'unclear')),
  platform_name text,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid
);
-- one open proposal an address
create unique index course_proposal_open on catalog.course_proposal (catalog.url_key(url))
  where state in ('reading', 'waiting', 'accepting');
create index course_proposal_state on catalog.course_proposal (state, proposed_at);
create index course_proposal_person on catalog.course_proposal (person_id) where person_id is not null;
