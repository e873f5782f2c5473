import { sql } from 'kysely';

/** A row `r` of catalog.run as RunFacts with its title; dates as the documents have them. */
export const runFacts = sql`jsonb_strip_nulls(jsonb_build_object('pacing', r.pacing, 'title', r.title,
  'zone', r.zone, 'declared', r.declared,
  'gone', case when r.gone_at is not null then true end,
  'start', case when r.start_on is not null then
    jsonb_build_object('on', r.start_on, 'precision', coalesce(r.start_precision, 'day'), 'at', r.start_at) end,
  'end', case when r.end_on is not null then
    jsonb_build_object('on', r.end_on, 'precision', coalesce(r.end_precision, 'day'), 'at', r.end_at) end,
  'enrolmentStart', case when r.enrol_start_on is not null then
    jsonb_build_object('on', r.enrol_start_on, 'precision', 'day') end,
  'enrolmentEnd', case when r.enrol_end_on is not null then
    jsonb_build_object('on', r.enrol_end_on, 'precision', 'day', 'at', r.enrol_end_at) end))`;

/** The same with its key, address and language. */
export const runJson = sql`${runFacts} || jsonb_strip_nulls(jsonb_build_object('key', r.key, 'url', r.url,
  'language', r.language))`;
