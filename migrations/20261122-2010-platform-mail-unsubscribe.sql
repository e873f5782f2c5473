-- Where one click ends mails of this kind (RFC 8058); absent for what a person asked for a moment ago.
alter table platform.mail add column unsubscribe_url text;
