-- When the present phase of an import began: its rate is told from it.
alter table catalog.import add column phase_at timestamptz;
