-- Sign-offs that are demanded of every course of a provider, or of the whole site, beside what each course demands itself.
create table courses.review_demand (
  -- the provider's name in small letters with single spaces; '' stands for every course of the site
  provider text primary key,
  -- as it was written
  name text not null constraint review_demand_name_length check (length(name) <= 300),
  sign_offs integer not null constraint review_demand_sign_offs_range check (sign_offs between 0 and 9),
  committee integer not null constraint review_demand_committee_range check (committee between 0 and 9),
  set_at timestamptz not null,
  set_by uuid references accounts.account (id) on delete set null,
  constraint review_demand_something check (sign_offs + committee > 0)
);
