import type { Outline, OutlineUnit } from '../content/outline.ts';

/** Units that differ between two versions, by their titles in the later one (or in the earlier, for those gone). */
export interface OutlineChanges {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Their blocks, or their titles, are others. */
  readonly changed: readonly string[];
  /** They stand in another section. */
  readonly moved: readonly string[];
}

interface Placed {
  readonly unit: OutlineUnit;
  readonly section: string;
}

export function compareOutlines(before: Outline, after: Outline): OutlineChanges {
  const earlier = placed(before);
  const later = placed(after);
  const both = [...later].flatMap(([id, now]) => {
    const then = earlier.get(id);
    return then ? [{ then, now }] : [];
  });
  const titles = (units: Iterable<Placed>): string[] => [...units].map(({ unit }) => unit.title);
  return {
    added: titles([...later].filter(([id]) => !earlier.has(id)).map(([, each]) => each)),
    gone: titles([...earlier].filter(([id]) => !later.has(id)).map(([, each]) => each)),
    changed: titles(
      both
        .filter(
          ({ then, now }) => then.unit.edition !== now.unit.edition || then.unit.title !== now.unit.title,
        )
        .map(({ now }) => now),
    ),
    moved: titles(both.filter(({ then, now }) => then.section !== now.section).map(({ now }) => now)),
  };
}

const placed = ({ sections }: Outline): Map<string, Placed> =>
  new Map(sections.flatMap(({ id, units }) => units.map((unit) => [unit.id, { unit, section: id }])));
