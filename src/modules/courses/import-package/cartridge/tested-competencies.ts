import type { CourseContent } from '../../content/course-content.ts';
import type { ItemReport } from '../package-reader.ts';
import { partIdOf } from '../reading/part-names.ts';
import type { Cartridge } from './cartridge-scene.ts';
import type { Resource } from './manifest.ts';

const mostOfCourse = 100;
const mostOfBlock = 20;

/** Sets and works test what the metadata of their resources, and of the items that these need, name as competencies. */
export function withCompetencies(
  content: CourseContent,
  items: readonly ItemReport[],
  { manifest, resourceById }: Pick<Cartridge, 'manifest' | 'resourceById'>,
): CourseContent {
  const titles = new Map(
    manifest.resources
      .flatMap(({ competencies }) => competencies)
      .slice(0, mostOfCourse)
      .map(({ id, title }) => [partIdOf(id), title]),
  );
  if (titles.size === 0) return content;
  const namedBy = ({ competencies, dependencies }: Resource): string[] => [
    ...competencies.map(({ id }) => partIdOf(id)),
    ...dependencies.flatMap(
      (id) => resourceById.get(id)?.competencies.map((each) => partIdOf(each.id)) ?? [],
    ),
  ];
  const byPart = new Map(
    items.flatMap(({ id, part }) => {
      const resource = resourceById.get(id);
      return part === undefined || resource === undefined ? [] : [[part, namedBy(resource)] as const];
    }),
  );
  const sections = content.sections.map((section) => ({
    ...section,
    units: section.units.map((unit) => ({
      ...unit,
      blocks: unit.blocks.map((block) => {
        const ids = (byPart.get(block.id) ?? []).filter((id) => titles.has(id));
        const { content: inside } = block;
        if (ids.length === 0 || (inside.type !== 'questions' && inside.type !== 'assignment')) return block;
        return { ...block, content: { ...inside, competencies: [...new Set(ids)].slice(0, mostOfBlock) } };
      }),
    })),
  }));
  const competencies = [...titles].map(([id, title]) => ({ id, title }));
  return { ...content, rules: { ...content.rules, competencies }, sections };
}
