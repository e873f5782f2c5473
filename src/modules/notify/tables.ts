import type { ColumnType, Generated } from 'kysely';
import type { NewsBody, NewsValue, Pace } from './contract.ts';

/** Row types of the schema `notify`. */
export interface ContactTable {
  id: string;
  kind: 'mail' | 'account' | 'push';
  address: string | null;
  address_key: string | null;
  person_id: string | null;
  endpoint: string | null;
  push_key: string | null;
  push_auth: string | null;
  lang: string;
  paused_at: Date | null;
  created_at: Date;
}

export interface SubscriptionTable {
  id: string;
  contact_id: string;
  kind: string;
  subject: string;
  wants: string[];
  offered: string[];
  pace: Pace;
  title: string;
  path: string;
  answers: Generated<Readonly<Record<string, string>>>;
  followed_at: Date;
}

export interface WishTable {
  id: string;
  address: string;
  address_key: string;
  kind: string;
  subject: string;
  wants: string[];
  offered: string[];
  pace: Pace;
  title: string;
  path: string;
  lang: string;
  answers: Readonly<Record<string, string>>;
  secret_hash: Buffer | null;
  created_at: Date;
  expires_at: Date;
}

export interface NewsTable {
  id: string;
  key: string;
  kind: string;
  subject: string;
  want: string;
  sentence: string;
  values: ColumnType<Record<string, NewsValue>, string, string>;
  body: ColumnType<NewsBody | null, string | null, string | null>;
  path: string;
  until: Date | null;
  announced_at: Date;
  spread_at: Date | null;
}

export interface LetterTable {
  id: string;
  contact_id: string;
  pace: Pace;
  mail_id: string | null;
  sent_at: Date | null;
  refused_at: Date | null;
  created_at: Date;
}

export interface DeliveryTable {
  contact_id: string;
  news_id: string;
  pace: Pace;
  due_at: Date | null;
  letter_id: string | null;
  read_at: Date | null;
}

export interface KeyTable {
  hash: Buffer;
  contact_id: string;
  letter_id: string | null;
  expires_at: Date;
}

export interface AskingTable {
  id: number;
  about: Buffer;
  at: Date;
}

/** Whose a contact is. */
export interface PersonContactView {
  person_id: string;
  contact_id: string;
}

/** For other modules: how many follow a topic; one without followers has no row. */
export interface TopicFollowerCountView {
  kind: string;
  subject: string;
  followers: number;
}

/** For other modules: what followers of a topic answered, a person once, without a name. */
export interface TopicAnswerView {
  kind: string;
  subject: string;
  answers: Readonly<Record<string, string>>;
  /** ISO day, in UTC. */
  since: string;
}

export interface NotifyTables {
  'notify.contact': ContactTable;
  'notify.subscription': SubscriptionTable;
  'notify.wish': WishTable;
  'notify.news': NewsTable;
  'notify.letter': LetterTable;
  'notify.delivery': DeliveryTable;
  'notify.key': KeyTable;
  'notify.asking': AskingTable;
  'notify.person_contact': PersonContactView;
  'notify.topic_follower_count': TopicFollowerCountView;
  'notify.topic_answer': TopicAnswerView;
}
