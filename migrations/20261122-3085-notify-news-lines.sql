-- A piece of news may be a whole letter: what it says first, and lines that lead to their pages.
alter table notify.news add column body jsonb;
