-- Authors make courses that are taught here.
alter table accounts.account drop constraint account_roles;
alter table accounts.account add constraint account_roles check (roles <@ array['operator', 'moderator', 'editor', 'author']) not valid;
alter table accounts.account validate constraint account_roles;
