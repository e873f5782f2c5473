import type { Block } from '../../content/blocks.ts';
import { courseContent, type CourseContent, type Section, type Unit } from '../../content/course-content.ts';
import { filesOfBlock } from '../../publish-course/outline-of.ts';
import type { ReadPackage } from '../../import-package/package-reader.ts';
import type { OwnSums } from './own-words.ts';

interface Changes {
  readonly sums: OwnSums;
  /** Files of OLX that are no longer what we wrote. */
  readonly changed: ReadonlySet<string>;
}

/** Finds the block of ours that a block read from OLX comes from, where nothing of it was changed. */
function unchangedBlocks(own: CourseContent, { sums, changed }: Changes): (id: string) => Block | undefined {
  const blocks = new Map(
    own.sections.flatMap(({ units }) =>
      units.flatMap((unit) => unit.blocks.map((block) => [block.id, block] as const)),
    ),
  );
  const byLeaf = new Map<string, Block>();
  for (const [id, paths] of Object.entries(sums.blocks)) {
    const block = blocks.get(id);
    if (block === undefined || paths.some((path) => changed.has(path))) continue;
    for (const path of paths) byLeaf.set(path.replace(/^.*\/|\.\w+$/g, ''), block);
  }
  // a leaf that became several blocks numbers them
  return (id) => byLeaf.get(id) ?? byLeaf.get(id.replace(/-\d+$/, ''));
}

/**
 * What was read from OLX, with our own words for all that nobody changed since we wrote it: whole blocks, rules and banks,
 * and what OLX does not say of sections and units.
 */
export function mergeOwnWords(read: ReadPackage, own: ReadPackage, changes: Changes): ReadPackage {
  const ours = unchangedBlocks(own.content, changes);
  const sections = new Map(own.content.sections.map((section) => [section.id, section]));
  const units = new Map(
    own.content.sections.flatMap((section) => section.units.map((unit) => [unit.id, unit] as const)),
  );
  const mergedUnit = (unit: Unit): Unit => ({
    ...units.get(unit.id),
    ...unit,
    blocks: [
      ...new Map(
        unit.blocks.map((block) => ours(block.id) ?? block).map((block) => [block.id, block]),
      ).values(),
    ],
  });
  const mergedSection = (section: Section): Section => ({
    ...section,
    ...sections.get(section.id),
    title: section.title,
    units: section.units.map(mergedUnit),
  });
  const content = courseContent.parse({
    about: { ...own.content.about, title: read.content.about.title },
    rules: own.content.rules,
    banks: own.content.banks,
    sections: read.content.sections.map(mergedSection),
  });
  const named = new Set(filesOfBlock(content));
  const files = new Map([...read.files, ...own.files].map((file) => [file.id, file]));
  return {
    ...read,
    content,
    files: [...files.values()].filter(({ id }) => named.has(id)),
    items: read.items.map((item) =>
      item.part !== undefined && ours(item.part) ? { ...item, outcome: 'converted', notes: [] } : item,
    ),
  };
}
