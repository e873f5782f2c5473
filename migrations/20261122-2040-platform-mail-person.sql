-- Whom a letter is about, where that is known: found again by export and erasure after the address has changed.
alter table platform.mail add column person uuid;
create index mail_person on platform.mail (person) where person is not null;
