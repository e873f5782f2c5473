import type { ColumnType, Generated } from 'kysely';
import type { Selection } from '../search-courses/facets.ts';

/** See the migration for what the columns say. */
type Json<T> = ColumnType<T, string, string>;

export interface SavedSearchTable {
  id: string;
  key: string;
  lang: string;
  address: string;
  q: string;
  selection: Json<Selection>;
  match: string | null;
  unfinished: boolean;
  said: string;
  read_version: number;
  seen: string;
  saved_at: Date;
}

export interface SavedSearchAnchorTable {
  anchor: string;
  search_id: string;
}

export interface EntryBeforeTable {
  id: Generated<number>;
  xid: Generated<string>;
  at: Date;
  n: number;
  words: string | null;
  traits: number | null;
  platform: number | null;
  language: number | null;
  subtitles: number | null;
  subject: number | null;
  provider: number | null;
}

export interface SearchTallyTable {
  search_id: string;
  day: string;
  told: number;
  waiting: number;
  waited_at: Date | null;
  summed_on: string | null;
}

/** The tables that saved searches stand on. */
export interface MatchTables {
  'catalog.saved_search': SavedSearchTable;
  'catalog.saved_search_anchor': SavedSearchAnchorTable;
  'catalog.entry_before': EntryBeforeTable;
  'catalog.search_tally': SearchTallyTable;
}
