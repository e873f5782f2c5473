import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string | undefined, string>;

export interface Speaker {
  readonly name: string;
  readonly about?: string;
}

export type EventState = 'draft' | 'published' | 'cancelled';
export type RegistrationState = 'to-confirm' | 'seated' | 'waiting' | 'given-back';

export interface EventTable {
  id: string;
  slug: string;
  state: Generated<EventState>;
  lang: string;
  title: string;
  summary: Generated<string>;
  body: Generated<string>;
  host: Generated<string>;
  speakers: Json<readonly Speaker[]>;
  starts_at: Date;
  ends_at: Date;
  zone: string;
  place: string | null;
  link: string | null;
  seats: number | null;
  report: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Date;
  changed_at: Date;
  is_sample: Generated<boolean>;
}

export interface RegistrationTable {
  id: string;
  event_id: string;
  name: string;
  address: string;
  address_key: string;
  person_id: string | null;
  lang: string;
  state: RegistrationState;
  token: string;
  registered_at: Date;
  queued_at: Date | null;
  reminded_at: Date | null;
}

export interface EventTables {
  'editorial.event': EventTable;
  'editorial.registration': RegistrationTable;
}
