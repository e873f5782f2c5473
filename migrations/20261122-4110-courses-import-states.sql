-- An import by the web waits for a worker: the package lies in the storage until it is read.
alter table courses.import add column state text not null default 'done'
  constraint import_state_known check (state in ('waiting', 'reading', 'done', 'refused'));
-- key of the package in the storage; given up when it has been read
alter table courses.import add column source text;
alter table courses.import add column bytes bigint;
-- files kept so far, and how many there are
alter table courses.import add column done integer not null default 0;
alter table courses.import add column total integer not null default 0;
