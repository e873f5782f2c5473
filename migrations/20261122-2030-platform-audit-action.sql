-- The log is read by action too; walking this index from action to action lists them without reading the log.
create index audit_action on platform.audit (action, id desc);
create index audit_subject on platform.audit (subject) where subject is not null;
