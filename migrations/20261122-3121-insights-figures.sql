create schema insights;

-- Figures over the whole house, counted by a job: a page reads them in one statement.
create table insights.figures (
  name text primary key,
  data jsonb not null,
  made_at timestamptz not null
);

-- The ten first of a month: made anew each night of the month, then left as they are.
create table insights.ranking (
  -- first day of the month
  month date not null,
  kind text not null constraint ranking_kind_known check (kind in ('best', 'reviewed', 'followed')),
  -- '' for all
  subject text not null,
  language text not null,
  place smallint not null constraint ranking_place check (place between 1 and 10),
  course_id uuid not null,
  -- the score, the reviews of the month, or the followers, as they were
  value double precision not null,
  ratings integer not null,
  made_at timestamptz not null,
  primary key (month, kind, subject, language, place)
);
