import type { CompletionRules, Outline, OutlineSection } from '../../courses/index.ts';
import { counts, isFinished, isGraded, isPassed, isWork, minutesOf, standingOf } from './standing.ts';
import { gradeOf, gradesOf, type KindGrade } from './grade.ts';
import { shareOf, type Tally } from './tally.ts';

/** A part of a course that one can be sent to. */
export interface PartRef {
  readonly unitId: string;
  readonly blockId?: string;
  readonly title: string;
}

/** One thing that is missing to complete. `parts` are those among which `count` have to be done. */
export type Missing =
  | {
      readonly kind: 'units' | 'sets' | 'exams' | 'work';
      readonly count: number;
      readonly parts: readonly PartRef[];
    }
  | {
      readonly kind: 'points';
      readonly have: number;
      readonly need: number;
      /** Where the course weighs its kinds of work: how each stands. */
      readonly kinds: readonly KindGrade[];
    }
  | { readonly kind: 'strands'; readonly count: number; readonly titles: readonly string[] };

export interface Progress {
  /** Of what has to be done, 0 to 1; 1 only when nothing is missing. */
  readonly share: number;
  readonly points: number;
  readonly pointsOf: number;
  readonly missing: readonly Missing[];
  readonly complete: boolean;
  /** Units that have to be seen: how many were, of how many. */
  readonly seen: number;
  readonly units: number;
  /** For what was not done yet. */
  readonly minutesLeft: number;
}

/** How far one rule of completion is fulfilled, in things to do. */
interface Requirement {
  readonly have: number;
  readonly need: number;
  readonly missing?: Missing;
}

/** All that can be said of how far somebody is, from the course and what the ledger comes to. */
export function progressOf(outline: Outline, rules: CompletionRules, tally: Tally): Progress {
  const sections = neededSections(outline, rules, tally);
  const needed = requirements(sections, asked(rules), tally, outline);
  const need = needed.reduce((sum, each) => sum + each.need, 0);
  const have = needed.reduce((sum, each) => sum + each.have, 0);
  const complete = tally.byHand || (need > 0 && needed.every((each) => each.missing === undefined));
  const units = sections.flatMap((section) => section.units).filter(counts);
  const left = units.filter((unit) => standingOf(unit, tally) !== 'done');
  return {
    ...pointsIn(outline.sections, tally),
    share: complete ? 1 : Math.min(0.99, need === 0 ? 0 : have / need),
    missing: complete ? [] : needed.flatMap((each) => each.missing ?? []),
    complete,
    seen: units.filter((unit) => tally.seen.includes(unit.id)).length,
    units: units.length,
    minutesLeft: complete ? 0 : left.reduce((sum, unit) => sum + minutesOf(unit), 0),
  };
}

/** A course that asks nothing asks to be seen: nobody is told that they completed what they did not open. */
function asked(rules: CompletionRules): CompletionRules {
  const asks =
    rules.seen + rules.passed + rules.points + rules.strands > 0 || rules.work || rules.mustPass.length > 0;
  return asks ? rules : { ...rules, seen: 1 };
}

/** The common core and the specialisations in which somebody is furthest, as many as the rules ask for. */
function neededSections(outline: Outline, rules: CompletionRules, tally: Tally): readonly OutlineSection[] {
  const core = outline.sections.filter((section) => section.strand === undefined);
  if (core.length === outline.sections.length) return core;
  if (core.length === 0 && rules.strands === 0) return outline.sections;
  const chosen = new Set(strandsByProgress(outline, tally).slice(0, rules.strands));
  return outline.sections.filter((section) => section.strand === undefined || chosen.has(section.strand));
}

/** Names of the specialisations, the furthest first; of equal ones in the order of the course. */
function strandsByProgress(outline: Outline, tally: Tally): string[] {
  const strands = [...new Set(outline.sections.flatMap((section) => section.strand ?? []))];
  const doneIn = (strand: string): number => {
    const units = outline.sections.filter((each) => each.strand === strand).flatMap((each) => each.units);
    const counted = units.filter(counts);
    return counted.filter((unit) => standingOf(unit, tally) === 'done').length / Math.max(1, counted.length);
  };
  return strands.toSorted((a, b) => doneIn(b) - doneIn(a));
}

function requirements(
  sections: readonly OutlineSection[],
  rules: CompletionRules,
  tally: Tally,
  outline: Outline,
): Requirement[] {
  const parts = partsOf(sections);
  const seen = new Set(tally.seen);
  const passed = (part: PartRef) => part.blockId !== undefined && isPassed(tally, part.blockId);
  const exams = partsOf(outline.sections).blocks.filter((part) =>
    rules.mustPass.includes(part.blockId ?? ''),
  );
  const needed = [
    among('units', parts.units, rules.seen, (part) => seen.has(part.unitId)),
    among('sets', parts.sets, rules.passed, passed),
    among('exams', exams, 1, passed),
    among('work', rules.work ? parts.work : [], 1, passed),
    pointsNeeded(sections, rules, tally),
    strandsNeeded(outline, rules.strands, tally),
  ];
  return needed.filter((each) => each.need > 0);
}

interface Parts {
  readonly units: readonly PartRef[];
  readonly blocks: readonly PartRef[];
  readonly sets: readonly PartRef[];
  readonly work: readonly PartRef[];
}

function partsOf(sections: readonly OutlineSection[]): Parts {
  const units = sections.flatMap((section) => section.units);
  const blocks = units.flatMap((unit) =>
    unit.blocks.map((block) => ({
      block,
      part: { unitId: unit.id, blockId: block.id, title: block.title || unit.title },
    })),
  );
  return {
    units: units.filter(counts).map((unit) => ({ unitId: unit.id, title: unit.title })),
    blocks: blocks.map(({ part }) => part),
    sets: blocks.filter(({ block }) => isGraded(block)).map(({ part }) => part),
    work: blocks.filter(({ block }) => isWork(block)).map(({ part }) => part),
  };
}

/** A share of some parts has to be done. */
function among(
  kind: 'units' | 'sets' | 'exams' | 'work',
  parts: readonly PartRef[],
  share: number,
  isDone: (part: PartRef) => boolean,
): Requirement {
  const need = Math.ceil(parts.length * share - 1e-9);
  const open = parts.filter((part) => !isDone(part));
  const have = Math.min(need, parts.length - open.length);
  if (have >= need) return { have, need };
  return { have, need, missing: { kind, count: need - have, parts: open } };
}

function pointsIn(sections: readonly OutlineSection[], tally: Tally): { points: number; pointsOf: number } {
  const graded = sections
    .flatMap((section) => section.units)
    .flatMap((unit) => unit.blocks)
    .filter((block) => block.points > 0 && !block.optional);
  const reached = (blockId: string) => {
    const found = tally.blocks[blockId];
    return found === undefined ? 0 : shareOf(found);
  };
  return {
    // by share, since a later version of the course may give other points for the same block
    points: graded.reduce((sum, block) => sum + block.points * reached(block.id), 0),
    pointsOf: graded.reduce((sum, block) => sum + block.points, 0),
  };
}

/** Points weigh as much as the question sets that they are in; by the weights of the course, where it has some. */
function pointsNeeded(
  sections: readonly OutlineSection[],
  rules: CompletionRules,
  tally: Tally,
): Requirement {
  const { points, pointsOf } = pointsIn(sections, tally);
  const share = rules.points;
  if (share === 0 || pointsOf === 0) return { have: 0, need: 0 };
  const need = Math.max(1, partsOf(sections).sets.length);
  const kinds = gradesOf(sections, rules, tally);
  const reached = gradeOf(kinds) ?? points / pointsOf;
  // thirds add up to a little less than a whole
  if (reached >= share - 1e-9) return { have: need, need };
  return {
    have: (need * reached) / share,
    need,
    missing: { kind: 'points', have: reached, need: share, kinds },
  };
}

function strandsNeeded(outline: Outline, count: number, tally: Tally): Requirement {
  const titles = strandsByProgress(outline, tally);
  const need = Math.min(count, titles.length);
  const open = titles.filter(
    (title) =>
      !outline.sections.filter((each) => each.strand === title).every((each) => isFinished(each, tally)),
  );
  const have = Math.min(need, titles.length - open.length);
  if (have >= need) return { have, need };
  return { have, need, missing: { kind: 'strands', count: need - have, titles: open } };
}
