import type { Section, Unit } from '../../content/course-content.ts';
import { lineOf } from './course-lines.ts';
import type { PartNames } from './part-names.ts';

/** A package's tree before it is brought to sections and units. */
export type TreeEntry =
  | { readonly kind: 'folder'; readonly title: string; readonly entries: readonly TreeEntry[] }
  /** Stands above what follows it in the same folder. */
  | { readonly kind: 'heading'; readonly title: string }
  | { readonly kind: 'unit'; readonly unit: Unit };

const mostUnits = 500;
const mostGroup = 300;

/**
 * Sections are the folders at the top; folders and headings inside become the groups of units ("Week 1 › Reading"). Units
 * that stand at the top beside folders get a section with `loose` as its title.
 */
export function sectionsOf(entries: readonly TreeEntry[], loose: string, names: PartNames): Section[] {
  const sections: Section[] = [];
  let pending: TreeEntry[] = [];
  const close = (): void => {
    const units = unitsOf(pending, []);
    if (units.length > 0) sections.push(...sized(loose, units, names));
    pending = [];
  };
  for (const entry of entries) {
    if (entry.kind !== 'folder') pending.push(entry);
    else {
      close();
      sections.push(...sized(entry.title, unitsOf(entry.entries, []), names));
    }
  }
  close();
  return sections;
}

/** A section holds five hundred units; what is more goes on in the next. */
function sized(title: string, units: readonly Unit[], names: PartNames): Section[] {
  const parts = Math.max(1, Math.ceil(units.length / mostUnits));
  return Array.from({ length: parts }, (_, n) => ({
    id: names.next(`section-${title}`),
    title: parts === 1 ? title : `${lineOf(title, title, 480)} (${n + 1})`,
    opensAfter: 0,
    after: [],
    units: units.slice(n * mostUnits, (n + 1) * mostUnits),
  }));
}

function unitsOf(entries: readonly TreeEntry[], above: readonly string[]): Unit[] {
  let headings: readonly string[] = [];
  let before: TreeEntry['kind'] | undefined;
  return entries.flatMap((entry) => {
    const stacked = before === 'heading' ? headings : [];
    before = entry.kind;
    if (entry.kind === 'heading') {
      headings = [...stacked, entry.title];
      return [];
    }
    if (entry.kind === 'folder') return unitsOf(entry.entries, [...above, entry.title]);
    const group = [...above, ...headings].join(' › ').slice(0, mostGroup).trim();
    return [group === '' ? entry.unit : { ...entry.unit, group }];
  });
}
