-- Where letters about one's own doings go, and since when somebody has an account. Blocked people are written to as well:
-- a decision about their words is theirs to know.
create view accounts.reachable_person as
  select a.id, a.name, a.lang, a.created_at, m.address
  from accounts.account a join accounts.address m on m.account_id = a.id and m.is_primary;

-- Whose mail somebody reads, as far as its domain tells.
create view accounts.person_domain as
  select account_id as person_id, lower(split_part(address, '@', 2)) as domain from accounts.address;
