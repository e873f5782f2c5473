-- Editors write the news.
alter table accounts.account drop constraint account_roles;
alter table accounts.account add constraint account_roles check (roles <@ array['operator', 'moderator', 'editor']) not valid;
alter table accounts.account validate constraint account_roles;
