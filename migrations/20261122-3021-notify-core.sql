create schema notify;

-- Where somebody can be reached. Every one of them agreed: an address was confirmed by its owner, a browser was asked by
-- the browser itself, an account asked signed in.
create table notify.contact (
  id uuid primary key,
  kind text not null constraint contact_kind check (kind in ('mail', 'account', 'push')),
  -- of a letter box: as it was typed, and how it is found
  address text,
  address_key text constraint contact_address_taken unique,
  -- whose account it is; of a browser, who was signed in there
  person_id uuid references accounts.account on delete cascade,
  -- of a browser: where its push service takes messages, and the keys that they are encrypted with
  endpoint text constraint contact_endpoint_taken unique,
  push_key text,
  push_auth text,
  lang text not null,
  -- set when letters or messages came back for good several times: nothing is sent until the owner says go on
  paused_at timestamptz,
  created_at timestamptz not null,
  constraint contact_complete check (case kind
    when 'mail' then address is not null and address_key is not null
    when 'account' then person_id is not null
    else endpoint is not null and push_key is not null and push_auth is not null end)
);
create unique index contact_one_account on notify.contact (person_id) where kind = 'account';
create index contact_person on notify.contact (person_id);

-- What a contact follows, which news of it, and how often.
create table notify.subscription (
  id uuid primary key,
  contact_id uuid not null references notify.contact on delete cascade,
  kind text not null,
  subject text not null,
  wants text[] not null,
  -- what the form offered, so that the choice can be changed later
  offered text[] not null,
  pace text not null constraint subscription_pace check (pace in ('at-once', 'daily', 'weekly', 'no-letter')),
  -- how the followed thing is called, and its page, as they were when it was followed
  title text not null,
  path text not null,
  followed_at timestamptz not null,
  constraint subscription_once unique (kind, subject, contact_id)
);
create index subscription_contact on notify.subscription (contact_id);

-- A wish that waits for its owner to press the button of the letter. The secret is kept as a hash, once the letter is written.
create table notify.wish (
  id uuid primary key,
  address text not null,
  address_key text not null,
  kind text not null,
  subject text not null,
  wants text[] not null,
  offered text[] not null,
  pace text not null,
  title text not null,
  path text not null,
  lang text not null,
  secret_hash bytea constraint wish_secret unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index wish_expiry on notify.wish (expires_at);

-- What happened, once: the key is unique for ever. Only what somebody follows is kept.
create table notify.news (
  id uuid primary key,
  key text not null constraint news_key unique,
  kind text not null,
  subject text not null,
  want text not null,
  sentence text not null,
  values jsonb not null,
  path text not null,
  until timestamptz,
  announced_at timestamptz not null,
  -- when it was handed to those who follow
  spread_at timestamptz
);
create index news_topic on notify.news (kind, subject);
create index news_to_spread on notify.news (id) where spread_at is null;
create index news_age on notify.news (announced_at);

-- When something that happens now is to be sent: at the end of this minute; at six o'clock UTC, of any day or of Mondays.
create function notify.due_at(pace text, at timestamptz) returns timestamptz language sql stable as $$
  select case pace
    when 'at-once' then date_trunc('minute', at, 'UTC') + interval '1 minute'
    when 'daily' then date_trunc('day', at - interval '6 hours', 'UTC') + interval '30 hours'
    when 'weekly' then date_trunc('week', at - interval '6 hours', 'UTC') + interval '174 hours'
  end
$$;

-- A letter, or a message to a browser: one for all the news that were due together.
create table notify.letter (
  id uuid primary key,
  contact_id uuid not null references notify.contact on delete cascade,
  pace text not null,
  -- platform.mail, of letters
  mail_id uuid constraint letter_mail unique,
  -- a mail server or push service that took it, or would not have it for good
  sent_at timestamptz,
  refused_at timestamptz,
  created_at timestamptz not null
);
create index letter_contact on notify.letter (contact_id, id);
create index letter_age on notify.letter (created_at);

-- One piece of news for one contact, once. It waits to be sent as long as due_at stands.
create table notify.delivery (
  contact_id uuid not null references notify.contact on delete cascade,
  news_id uuid not null references notify.news on delete cascade,
  pace text not null,
  due_at timestamptz,
  letter_id uuid references notify.letter on delete set null,
  read_at timestamptz,
  primary key (contact_id, news_id)
);
create index delivery_due on notify.delivery (due_at) where due_at is not null;
create index delivery_news on notify.delivery (news_id);
create index delivery_letter on notify.delivery (letter_id);
create index delivery_unread on notify.delivery (contact_id) where read_at is null;

-- Secrets that open a contact's own page: one a letter, one a browser that confirmed. Kept as hashes.
create table notify.key (
  hash bytea primary key,
  contact_id uuid not null references notify.contact on delete cascade,
  letter_id uuid references notify.letter on delete cascade,
  expires_at timestamptz not null
);
create index key_contact on notify.key (contact_id);
create index key_letter on notify.key (letter_id);
create index key_expiry on notify.key (expires_at);

-- What visitors asked for lately, by hash of network and of address: for the limits.
create table notify.asking (
  id bigint generated always as identity primary key,
  about bytea not null,
  at timestamptz not null
);
create index asking_about on notify.asking (about, at);
create index asking_age on notify.asking (at);

-- Whose a contact is: of an account and a browser its person; of a letter box whoever proved the address.
create view notify.person_contact as
  select person_id, id as contact_id from notify.contact where person_id is not null
  union
  select m.person_id, c.id from notify.contact c join accounts.mailbox m on m.address_key = c.address_key;

-- How many follow a topic: a person with several contacts is one.
create view notify.topic_follower_count as
  select s.kind, s.subject, count(distinct coalesce(c.person_id, c.id))::integer as followers
  from notify.subscription s join notify.contact c on c.id = s.contact_id
  group by s.kind, s.subject;
