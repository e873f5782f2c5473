import { z } from 'zod';
import type { CompletionRules, GradedKind } from '../../content/course-content.ts';
import type { Note } from '../package-reader.ts';
import { partIdOf } from '../reading/part-names.ts';
import { jsonIn } from './json-attribute.ts';
import type { OlxPackage } from './olx-package.ts';

/** A subsection that counts for the grade, and the blocks in it that give points. */
export interface GradedPart {
  readonly name: string;
  readonly title: string;
  /** The kind of work that it is, by its name in the policy. */
  readonly format: string;
  readonly blocks: readonly string[];
}

const policy = z.object({
  GRADER: z
    .array(
      z.object({
        type: z.string().default(''),
        weight: z.coerce.number().catch(0),
        drop_count: z.coerce.number().catch(0),
        min_count: z.coerce.number().catch(0),
      }),
    )
    .default([]),
  GRADE_CUTOFFS: z.record(z.string(), z.coerce.number().catch(0)).default({}),
});
type Policy = z.output<typeof policy>;

export interface ReadGrading {
  /** When it is done, by the grade; absent where nothing is graded. */
  readonly completion?: Pick<CompletionRules, 'points' | 'grading'>;
  readonly notes: readonly Note[];
}

/** Kinds of work with their weights, and the grade from which the course is passed. */
export async function readGrading(
  pack: OlxPackage,
  run: string,
  parts: readonly GradedPart[],
): Promise<ReadGrading> {
  const read = await policyOf(pack, run);
  if (read === undefined || read.GRADER.length === 0) return { notes: [] };
  const kinds = read.GRADER.slice(0, 30).map((kind): GradedKind => ({
    id: partIdOf(`graded-${kind.type}`),
    title: (kind.type.trim() || '–').slice(0, 500),
    weight: Math.min(1000, Math.max(0, kind.weight)),
    drop: Math.min(50, Math.max(0, Math.floor(kind.drop_count))),
    works: worksOf(parts, kind.type),
  }));
  const grading = [...new Map(kinds.map((kind) => [kind.id, kind])).values()];
  const counts = grading.some(({ weight, works }) => weight > 0 && works.length > 0);
  const cutoff = Math.min(1, lowest(read) ?? 0);
  if (!counts || cutoff <= 0) return { notes: [{ code: 'grading-left-out' }] };
  return { completion: { points: cutoff, grading }, notes: notesOf(read, grading, parts, cutoff) };
}

async function policyOf(pack: OlxPackage, run: string): Promise<Policy | undefined> {
  const own = [`policies/${run}/grading_policy.json`, 'grading_policy.json'];
  const any = pack.paths.filter((path) => /^policies\/[^/]+\/grading_policy\.json$/.test(path));
  for (const path of [...own, ...any]) {
    const read = jsonIn(await pack.text(path), policy);
    if (read !== undefined) return read;
  }
  return undefined;
}

const sameKind = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

const worksOf = (parts: readonly GradedPart[], kind: string): GradedKind['works'] =>
  parts
    .filter(({ format, blocks }) => sameKind(format, kind) && blocks.length > 0)
    .slice(0, 200)
    .map(({ name, title, blocks }) => ({
      id: partIdOf(`work-${name}`),
      title: title.slice(0, 500) || name,
      blocks: blocks.slice(0, 300),
    }));

const lowest = ({ GRADE_CUTOFFS: cutoffs }: Policy): number | undefined => {
  const limits = Object.values(cutoffs).filter((limit) => limit > 0);
  return limits.length === 0 ? undefined : Math.min(...limits);
};

/** What the rules here say of the policy, and what they cannot say. */
function notesOf(
  read: Policy,
  grading: readonly GradedKind[],
  parts: readonly GradedPart[],
  cutoff: number,
): Note[] {
  const kinds = grading.map(({ title }) => title).join(', ');
  const percent = Math.round(cutoff * 100);
  const marks = Object.keys(read.GRADE_CUTOFFS);
  const short = read.GRADER.filter(
    ({ type, min_count: wanted }) =>
      wanted > parts.filter(({ format, blocks }) => sameKind(format, type) && blocks.length > 0).length,
  );
  const outside = parts.filter(
    ({ format, blocks }) => blocks.length > 0 && !read.GRADER.some(({ type }) => sameKind(type, format)),
  );
  return [
    { code: 'grading-taken', values: { kinds: kinds.slice(0, 300), percent } },
    ...(marks.length > 1
      ? [{ code: 'grading-marks', values: { marks: marks.join(', ').slice(0, 100) } }]
      : []),
    ...short.map(({ type, min_count: n }) => ({ code: 'grading-short', values: { kind: type, n } })),
    ...outside.map(({ title }) => ({ code: 'grading-outside', values: { title: title.slice(0, 120) } })),
  ];
}
