import type { Actor } from '../../../platform/actor.ts';
import { setFields, type SetDeed } from '../ask-questions/field-name.ts';
import type { KeyedQuestion } from '../ask-questions/order-of-set.ts';
import type { LearnerForm } from '../ask-questions/read-answer.ts';
import {
  closes,
  dueOf,
  isOver,
  keptOf,
  phaseOf,
  questionsNow,
  seedFor,
  type SetScene,
} from '../ask-questions/set-state.ts';
import { attemptOver, attemptsUsed, notSignedIn, notStarted } from '../refusals.ts';
import type { AttemptRow, AttemptState, Deed, NewAnswer, NewWork } from './attempts.queries.ts';
import { planAnswers, planLate, type PlanScene, planTypedInTime, sameAnswer } from './plan-answers.ts';
import { type Credits, isAllSent, scoreOf } from './score-attempt.ts';

/** What a browser sent, and where. */
export interface Sent {
  readonly actor: Actor;
  readonly takerId: string;
  readonly courseId: string;
  readonly scene: SetScene;
  readonly form: LearnerForm;
  readonly deed: SetDeed;
  readonly submission: string;
}

/** What is to be written of it, with what the result tells. */
export interface PlannedDeed extends Deed {
  readonly questions: readonly KeyedQuestion[];
  readonly credits: Credits;
}

/** Number of the attempt that the page showed. */
export const attemptOf = ({ fields }: LearnerForm): number =>
  Math.trunc(Number(fields.get(setFields.attempt) ?? '1')) || 1;

/**
 * What of a form is to be written; undefined when nothing of it is new.
 * @throws Refusal 409 when the attempt is closed and something new was sent
 */
export function planDeed(sent: Sent, row: AttemptRow | undefined): PlannedDeed | undefined {
  const { scene, form, deed, submission, actor } = sent;
  const way = wayOf(scene, row, attemptOf(form));
  const current = way === 'begins' ? undefined : row;
  const plan: PlanScene = {
    questions: questionsNow(scene, row),
    row: current,
    form,
    deed,
    isLimited: closes(scene),
    submission,
    now: actor.now,
  };
  if (way === 'stale') return refuseUnlessKnown(scene, plan);
  const dueAt = dueOf(scene, current);
  if (way === 'late' && dueAt) {
    const inTime = current?.submittedAt === null ? planTypedInTime(plan, dueAt) : [];
    return written(sent, plan, row, [...inTime, ...planLate(plan)], dueAt);
  }
  return written(sent, plan, row, planAnswers(plan), null);
}

/** Whether a form answers the attempt under way, comes after its time, begins another, or shows one that is closed. */
function wayOf(
  scene: SetScene,
  row: AttemptRow | undefined,
  shown: number,
): 'answers' | 'late' | 'begins' | 'stale' {
  if (!row) {
    if (scene.content.rules.minutes !== undefined) throw notStarted();
    return 'begins';
  }
  const over = isOver(scene, row);
  if (row.submittedAt === null && !over) return shown < row.number ? 'stale' : 'answers';
  if (over && shown === row.number) return 'late';
  return phaseOf(scene, row) === 'retry' && shown > row.number ? 'begins' : 'stale';
}

/** A page that shows a closed attempt may be sent again as long as it says nothing new. */
function refuseUnlessKnown(scene: SetScene, plan: PlanScene): undefined {
  const isKnown = planAnswers({ ...plan, isLimited: false }).every(({ key, answer }) => {
    const { sent, typed } = keptOf(plan.row, key);
    return [sent, typed].some((kept) => kept && sameAnswer(kept.answer, answer));
  });
  if (isKnown) return undefined;
  const phase = phaseOf(scene, plan.row);
  if (phase === 'done') throw attemptsUsed();
  throw phase === 'again' ? notStarted() : attemptOver();
}

function written(
  sent: Sent,
  plan: PlanScene,
  row: AttemptRow | undefined,
  answers: readonly NewAnswer[],
  overAt: Date | null,
): PlannedDeed | undefined {
  const { scene, deed, actor } = sent;
  const { questions, row: current } = plan;
  const credits = new Map(creditsOf(current));
  for (const each of answers) if (each.submitted && !each.late) credits.set(each.key, each.credit);
  const hints = hintsAfter(current, deed, questions);
  const isAnswered = deed.kind === 'finish' || (closes(scene) && isAllSent(questions, credits));
  const closedNow = overAt ?? (isAnswered ? actor.now : null);
  const isNews = answers.length > 0 || hints !== hintsOf(current);
  const isClosing = current?.submittedAt === null && closedNow !== null;
  if (!isNews && !isClosing) return undefined;
  const pointed = questions.map(({ key, question }) => ({ key, points: question.points }));
  const score = scoreOf(pointed, credits, scene.content.rules);
  const attempt: AttemptState = {
    ...(current ?? begun(sent, row)),
    takerId: sent.takerId,
    personId: personOf(actor),
    courseId: sent.courseId,
    blockId: scene.blockId,
    keys: questions.map(({ key }) => key),
    hints,
    submittedAt: current?.submittedAt ?? closedNow,
    ...score,
    // where answers may be mended for ever, mending one for the worse takes nothing away
    points: closes(scene) ? score.points : Math.max(score.points, current?.points ?? 0),
    passed: score.passed || (current?.passed ?? false),
  };
  return { attempt, answers, work: workOf(actor, plan, answers), at: actor.now, questions, credits };
}

export function personOf(actor: Actor): string {
  if (actor.id === undefined) throw notSignedIn();
  return actor.id;
}

type Begun = Pick<AttemptState, 'id' | 'number' | 'seed' | 'revision' | 'startedAt' | 'dueAt'>;

/** An attempt that begins by being answered; tried again as it stands, its questions keep their order. */
const begun = ({ actor, scene }: Sent, before: AttemptRow | undefined): Begun => ({
  id: actor.ids.next(),
  number: (before?.number ?? 0) + 1,
  seed: before?.seed ?? seedFor(scene, 1),
  revision: 0,
  startedAt: actor.now,
  dueAt: null,
});

const noHints: Readonly<Record<string, number>> = {};
const hintsOf = (row: AttemptRow | undefined): Readonly<Record<string, number>> => row?.hints ?? noHints;

function hintsAfter(row: AttemptRow | undefined, deed: SetDeed, questions: readonly KeyedQuestion[]) {
  const hints = hintsOf(row);
  if (deed.kind !== 'hint') return hints;
  const most = questions.find(({ key }) => key === deed.key)?.question.hints.length ?? 0;
  const count = Math.min(deed.count, most);
  return count > (hints[deed.key] ?? 0) ? { ...hints, [deed.key]: count } : hints;
}

/** Credits of what was sent in time. */
export function creditsOf(row: AttemptRow | undefined): Credits {
  const sent = row?.answers.filter((answer) => answer.submitted && !answer.late) ?? [];
  return new Map(sent.map(({ key, credit }) => [key, credit]));
}

/** What a person has to look at goes where work waits for one. */
function workOf(actor: Actor, { questions }: PlanScene, answers: readonly NewAnswer[]): NewWork[] {
  const asked = new Set(questions.map(({ key }) => key));
  return answers
    .filter((each) => each.submitted && !each.late && each.credit === null && asked.has(each.key))
    .map(({ key, answer }) => ({
      id: actor.ids.next(),
      key,
      text: answer.kind === 'text' ? answer.text : '',
      files: answer.kind === 'files' ? answer.files : [],
    }));
}
