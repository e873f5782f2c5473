import type { CourseRules, GradedKind } from '../content/course-content.ts';
import { isObject } from '../write-forms/fill-form.ts';
import type { FieldOption } from '../write-forms/form-field.ts';

type Work = GradedKind['works'][number];
type Shape = Readonly<Record<string, unknown>>;

/**
 * Works that a kind may have: those of several sets that there are already, and each other set by itself.
 * @param sets question sets and other graded blocks of the draft
 */
export function worksToChoose(
  { completion }: CourseRules,
  sets: readonly { readonly id: string; readonly title: string }[],
): readonly Work[] {
  const known = (completion.grading ?? []).flatMap(({ works }) => works);
  const gathered = known.filter(({ blocks }) => blocks.length > 1);
  const inside = new Set(gathered.flatMap(({ blocks }) => blocks));
  const alone = sets.filter(({ id }) => !inside.has(id));
  const single = alone.map(({ id, title }): Work => {
    const work = known.find(({ blocks }) => blocks.length === 1 && blocks[0] === id);
    return { id: work?.id ?? id, title: title || id, blocks: [id] };
  });
  return [...gathered, ...single];
}

export const workOptions = (works: readonly Work[]): readonly FieldOption[] =>
  works.map(({ id, title, blocks }) => ({
    value: id,
    label: blocks.length > 1 ? `${title} (${blocks.length})` : title,
  }));

/** Rules in the shape of their form: works by their ids. */
export function rulesShape(rules: CourseRules): Shape {
  const grading = (rules.completion.grading ?? []).map((kind) => ({
    ...kind,
    works: kind.works.map(({ id }) => id),
  }));
  return { ...rules, completion: { ...rules.completion, grading } };
}

/** Rules that a form makes: ids become works again; a course without kinds has no grading. */
export function rulesContent(shape: Shape, works: readonly Work[]): Shape {
  const completion = isObject(shape['completion']) ? shape['completion'] : {};
  const kinds = Array.isArray(completion['grading']) ? completion['grading'].filter(isObject) : [];
  const chosen = (kind: Shape): Work[] => {
    const ids = Array.isArray(kind['works']) ? kind['works'] : [];
    return works.filter(({ id }) => ids.includes(id));
  };
  const grading = kinds.map((kind) => ({ ...kind, works: chosen(kind) }));
  return { ...shape, completion: { ...completion, grading: grading.length > 0 ? grading : undefined } };
}
