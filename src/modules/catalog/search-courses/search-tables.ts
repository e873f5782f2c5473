import type { Generated } from 'kysely';

export interface FacetSetTable {
  id: Generated<number>;
  facet: string;
  members: string[];
}

/** See the migration for what the columns say; facets.ts for the bits of `traits`. */
export interface SearchEntryTable {
  n: number;
  quality: number;
  rating: number;
  traits: number;
  workload: number;
  starts_on: string | null;
  changes_on: string | null;
  expected_on: string | null;
  tongue: number;
  title_words: number;
  platform: number;
  language: number;
  subtitles: number;
  subject: number;
  provider: number;
  words: string;
  card: string;
}

export interface LexiconTable {
  word: string;
  weight: number;
}

export interface BrowseCountsTable {
  chosen: string;
  counts: string;
  made_at: Date;
}

/** The tables that searching stands on. */
export interface SearchTables {
  'catalog.facet_set': FacetSetTable;
  'catalog.search_entry': SearchEntryTable;
  'catalog.lexicon': LexiconTable;
  'catalog.browse_counts': BrowseCountsTable;
}
