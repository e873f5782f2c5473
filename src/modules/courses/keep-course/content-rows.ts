import type { Block } from '../content/blocks.ts';
import type { CourseContent, Section, Unit } from '../content/course-content.ts';

/** The parts of a course as rows, in the order in which they stand. */
export interface ContentRows {
  readonly sections: readonly { readonly id: string; readonly position: number; readonly content: object }[];
  readonly units: readonly {
    readonly id: string;
    readonly section_id: string;
    readonly position: number;
    readonly content: object;
  }[];
  readonly blocks: readonly {
    readonly id: string;
    readonly unit_id: string;
    readonly position: number;
    readonly title: string;
    readonly optional: boolean;
    readonly content: object;
  }[];
}

/** Takes a course apart. Positions count from 0 within their parent. */
export function rowsOf({ sections }: CourseContent): ContentRows {
  return {
    sections: sections.map(({ units: _units, ...content }, position) => ({
      id: content.id,
      position,
      content,
    })),
    units: sections.flatMap((section) =>
      section.units.map(({ blocks: _blocks, ...content }, position) => ({
        id: content.id,
        section_id: section.id,
        position,
        content,
      })),
    ),
    blocks: sections.flatMap(({ units }) =>
      units.flatMap((unit) =>
        unit.blocks.map(({ id, title, optional, content }, position) => ({
          id,
          unit_id: unit.id,
          position,
          title,
          optional,
          content,
        })),
      ),
    ),
  };
}

interface BlockRow extends Block {
  readonly unit_id: string;
}

/** The parts as they are read back, in their order. */
export interface PartRows {
  readonly sections: readonly Omit<Section, 'units'>[];
  readonly units: readonly (Omit<Unit, 'blocks'> & { readonly section_id: string })[];
  readonly blocks: readonly BlockRow[];
}

/** Puts the parts together again; the rows come in their order. */
export function contentOf(
  about: CourseContent['about'],
  rules: CourseContent['rules'],
  banks: CourseContent['banks'],
  rows: PartRows,
): CourseContent {
  const blocks = Map.groupBy(rows.blocks, ({ unit_id }) => unit_id);
  const units = Map.groupBy(rows.units, ({ section_id }) => section_id);
  return {
    about,
    rules,
    banks,
    sections: rows.sections.map((section) => ({
      ...section,
      units: (units.get(section.id) ?? []).map(({ section_id: _section, ...unit }) => ({
        ...unit,
        blocks: (blocks.get(unit.id) ?? []).map(({ unit_id: _unit, ...block }) => block),
      })),
    })),
  };
}
