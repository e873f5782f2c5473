import type { BlockType } from '../content/blocks.ts';

/** A draft as its outline shows it: sections, units and what stands in them, without the texts. */
export interface DraftOutline {
  readonly sections: readonly DraftSection[];
}

export interface DraftSection {
  readonly id: string;
  readonly title: string;
  readonly strand: string | undefined;
  readonly opensAfter: number;
  readonly after: readonly string[];
  readonly units: readonly DraftUnit[];
}

export interface DraftUnit {
  readonly id: string;
  readonly title: string;
  readonly group: string | undefined;
  readonly minutes: number | undefined;
  readonly blocks: readonly DraftBlock[];
}

export interface DraftBlock {
  readonly id: string;
  readonly type: BlockType;
  readonly title: string;
}

export const partKinds = ['sections', 'units', 'blocks'] as const;
/** The three kinds of parts that are arranged alike. */
export type PartKind = (typeof partKinds)[number];

/** A part of a draft by its address. */
export interface PartPlace {
  readonly courseId: string;
  readonly kind: PartKind;
  readonly part: string;
}

/** The unit in the outline, with the section that it stands in. */
export function unitIn(
  { sections }: DraftOutline,
  id: string,
): { readonly section: DraftSection; readonly unit: DraftUnit } | undefined {
  for (const section of sections) {
    const unit = section.units.find((each) => each.id === id);
    if (unit) return { section, unit };
  }
  return undefined;
}
