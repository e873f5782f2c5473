-- The month in which a course that cannot be joined probably comes back (its first day), as its card says: calendars ask
-- for all of a month.
alter table catalog.search_entry add column expected_on date;
create index search_entry_expected on catalog.search_entry (expected_on, quality desc, n) where expected_on is not null;
