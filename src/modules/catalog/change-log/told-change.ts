import type { Translator } from '../../../platform/i18n/translator.ts';
import { saySource } from '../course-words/say-source.ts';
import { type Change, factsOf } from './change-facts.ts';
import { sayFact } from './say-fact.ts';

/** A change with whose word it was; none where we found or decided it ourselves. */
export interface ToldChange extends Change {
  readonly id: number;
  readonly source: {
    readonly format: string;
    readonly name: string;
    readonly platform: string | null;
  } | null;
}

export interface SaidChange {
  readonly id: number;
  /** ISO instant and day. */
  readonly at: string;
  readonly day: string;
  readonly lines: readonly string[];
  /** Who said it, in words. */
  readonly by?: string | undefined;
}

/** A feed that renames all its runs at once says nothing that anybody would read line by line. */
const mostLines = 12;

/** Changes in words; those that say nothing to a reader are left out. */
export function sayChanges(t: Translator, changes: readonly ToldChange[], platform: string): SaidChange[] {
  return changes.flatMap((change) => {
    const facts = factsOf(change);
    if (facts.length === 0) return [];
    const at = new Date(change.at).toISOString();
    const lines = facts.slice(0, mostLines).map((fact) => sayFact(t, fact));
    if (facts.length > mostLines) lines.push(t('catalog.change.more', { n: facts.length - mostLines }));
    return [{ id: change.id, at, day: at.slice(0, 10), lines, by: sayBy(t, change, platform) }];
  });
}

function sayBy(t: Translator, { source, fields }: ToldChange, platform: string): string | undefined {
  if (source) return t('catalog.changes.by', { source: saySource(t, source, source.platform ?? platform) });
  return fields.some(({ field }) => field === 'linkState') ? t('catalog.changes.by-visit') : undefined;
}
