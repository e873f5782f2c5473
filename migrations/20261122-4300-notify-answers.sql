-- What a form to follow something asks besides ("when would you take it?"): it goes with what is followed.

alter table notify.wish add column answers jsonb not null default '{}';
alter table notify.subscription add column answers jsonb not null default '{}';

-- What followers of a topic answered: somebody who follows in several ways counts once, with the latest answer, without a name.
create view notify.topic_answer as
  select distinct on (s.kind, s.subject, coalesce(own.person_id, c.id)) s.kind, s.subject, s.answers,
    (s.followed_at at time zone 'UTC')::date as since
  from notify.subscription s join notify.contact c on c.id = s.contact_id
  left join lateral (
    select p.person_id from notify.person_contact p where p.contact_id = c.id order by p.person_id limit 1) own on true
  order by s.kind, s.subject, coalesce(own.person_id, c.id), s.followed_at desc;
