import type { ColumnType, Generated } from 'kysely';
import type { EventTables } from './hold-events/event-tables.ts';
import type { Lang } from '../../platform/i18n/languages.ts';
import type { AutomaticItem, AutomaticKind } from './automatic-news/automatic-section.ts';
import type { LetterContent } from './weekly-letter/letter-content.ts';
import type { ArticleContent } from './article/article-content.ts';
import type { ArticleDeed, ArticleState } from './article/article-states.ts';

/** Row types of the schema `editorial`. */
type Json<T> = ColumnType<T, string, string>;
type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>;

/** One stored size and format of a picture. */
export interface PictureFile {
  /** "640.avif" */
  readonly name: string;
  /** In the storage. */
  readonly key: string;
  readonly width: number;
}

export interface PictureTable {
  id: string;
  width: number;
  height: number;
  files: Json<PictureFile[]>;
  added_by: string | null;
  added_at: Date;
  is_sample: Generated<boolean>;
}

export interface LabelTable {
  id: string;
  names: Json<Record<string, string>>;
  is_sample: Generated<boolean>;
  created_at: Date;
}

export interface ArticleTable {
  id: string;
  state: ArticleState;
  version: Generated<number>;
  draft: Json<ArticleContent>;
  live: JsonOrNull<ArticleContent>;
  live_langs: Generated<string[]>;
  live_labels: Generated<string[]>;
  author_id: string | null;
  publish_at: Date | null;
  zone: string | null;
  published_at: Date | null;
  live_at: Date | null;
  changed_at: Date;
  created_at: Date;
  is_sample: Generated<boolean>;
}

export interface ArticleSlugTable {
  slug: string;
  article_id: string;
  is_current: boolean;
}

export interface ArticleVersionTable {
  article_id: string;
  number: number;
  deed: ArticleDeed;
  lang: string | null;
  content: Json<ArticleContent>;
  editor_id: string | null;
  begun_at: Date;
  at: Date;
}

export interface EditorZoneTable {
  account_id: string;
  zone: string;
}

export interface FeedTable {
  id: string;
  url: string;
  name: string;
  page_url: string | null;
  lang: string | null;
  every_hours: number;
  is_paused: Generated<boolean>;
  etag: string | null;
  last_modified: string | null;
  read_at: Date | null;
  next_at: Date;
  failures: Generated<number>;
  problem: string | null;
  added_by: string | null;
  added_at: Date;
}

export interface FeedItemTable {
  id: string;
  feed_id: string;
  guid: string;
  title: string;
  summary: string;
  url: string;
  published_at: Date;
  is_hidden: Generated<boolean>;
}

export type NetworkName = 'mastodon' | 'bluesky';
export type PostState = 'scheduled' | 'sending' | 'sent' | 'failed' | 'unsure' | 'cancelled';
export type TryOutcome = 'begun' | 'sent' | 'later' | 'refused' | 'unknown';

export interface SocialAccountTable {
  id: string;
  network: NetworkName;
  name: string;
  server: string;
  handle: string;
  secret: string;
  added_by: string | null;
  added_at: Date;
}

export interface SocialPostTable {
  id: string;
  account_id: string;
  article_id: string | null;
  text: string;
  lang: string;
  state: PostState;
  post_at: Date;
  zone: string;
  next_at: Date;
  tries: Generated<number>;
  uncertain_since: Date | null;
  remote_url: string | null;
  written_by: string | null;
  written_at: Date;
}

export interface SocialTryTable {
  id: string;
  post_id: string;
  at: Date;
  outcome: TryOutcome;
  status: number | null;
  answer: string;
}

export interface AutomaticSectionTable {
  kind: AutomaticKind;
  items: Json<AutomaticItem[]>;
  made_at: Date;
}

export type LetterState = 'waiting' | 'approved' | 'held' | 'sent';

export interface LetterTable {
  lang: Lang;
  week: string;
  state: LetterState;
  word: Generated<string>;
  content: JsonOrNull<LetterContent>;
  decided_by: string | null;
  sent_at: Date | null;
}

interface PublicPersonView {
  id: string;
  name: string;
}

export interface EditorialTables extends EventTables {
  'editorial.picture': PictureTable;
  'editorial.label': LabelTable;
  'editorial.article': ArticleTable;
  'editorial.article_slug': ArticleSlugTable;
  'editorial.article_version': ArticleVersionTable;
  'editorial.editor_zone': EditorZoneTable;
  'editorial.feed': FeedTable;
  'editorial.feed_item': FeedItemTable;
  'editorial.social_account': SocialAccountTable;
  'editorial.social_post': SocialPostTable;
  'editorial.social_try': SocialTryTable;
  'editorial.automatic_section': AutomaticSectionTable;
  'editorial.letter': LetterTable;
  'accounts.public_person': PublicPersonView;
}
