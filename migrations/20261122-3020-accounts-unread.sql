-- How many pieces of news a person has not read yet: beside the name on every page, without a statement of its own.
alter table accounts.account add column unread integer not null default 0 constraint account_unread check (unread >= 0);

-- Where people can be written to, for those who bring them news. Blocked people are in it, and say so.
create view accounts.mailbox as
  select address.account_id as person_id, address.address, address.address_key, address.is_primary, account.lang,
    account.blocked_at is not null as is_blocked
  from accounts.address join accounts.account on account.id = address.account_id;
