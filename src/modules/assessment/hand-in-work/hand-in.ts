import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import type { HandedFile } from '../mark-answer/answer.ts';
import { hasEnding } from '../keep-files/file-ending.ts';
import { mostMegabytes } from '../keep-files/own-files.ts';
import {
  alreadyAccepted,
  fileTooLarge,
  levelsMissing,
  nothingHandedIn,
  tooBusy,
  workNotFound,
  wrongEnding,
} from '../refusals.ts';
import { personOf } from '../take-attempt/plan-deed.ts';
import { submissionOf, uuidOf } from '../take-attempt/plan-answers.ts';
import { type Assignment, judgedBy } from './criteria.ts';
import { dueAtOf } from './due-day.ts';
import { insertWork, readWork, settleOwnWork, type WorkVersion } from './work.queries.ts';

/** An assignment as somebody sees it now. */
export interface WorkSeen {
  readonly blockId: string;
  readonly content: Assignment;
  /** Everything that was handed in, the latest first. */
  readonly versions: readonly WorkVersion[];
  /** False for somebody who only looks. */
  readonly mayHandIn: boolean;
  /** When it was due, where the course or the run says so. */
  readonly dueAt?: Date;
  /** What was typed in a form that was refused. */
  readonly typed?: string;
}

export interface WorkScene {
  readonly takerId?: string | undefined;
  readonly blockId: string;
  readonly content: Assignment;
  /** The run's own day for it, with the person's extension; the course's own where it is left out. */
  readonly dueAt?: Date | undefined;
  /** IANA zone in which the course's own day ends; UTC where it is left out. */
  readonly zone?: string | undefined;
}

/** Assignments of a page as somebody sees them now: one statement for all of them. */
export async function readWorkSeen(db: Db, scenes: readonly WorkScene[]): Promise<WorkSeen[]> {
  const takerId = scenes[0]?.takerId;
  const blockIds = scenes.map(({ blockId }) => blockId);
  const versions = takerId === undefined ? [] : await readWork(db, takerId, blockIds);
  return scenes.map(({ blockId, content, dueAt, zone = 'UTC' }) => {
    const due = dueAt ?? dueAtOf(content.due ?? '', zone);
    return {
      blockId,
      content,
      versions: versions.filter((each) => each.blockId === blockId),
      mayHandIn: takerId !== undefined,
      ...(due === undefined ? {} : { dueAt: due }),
    };
  });
}

export interface HandInInput {
  readonly takerId: string;
  readonly courseId: string;
  readonly blockId: string;
  readonly content: Assignment;
  readonly form: URLSearchParams;
  readonly files?: ReadonlyMap<string, readonly HandedFile[]> | undefined;
  readonly tooLarge?: boolean | undefined;
}

export interface HandInResult {
  readonly workId: string;
  readonly version: number;
  readonly changed: boolean;
}

export const workFields = { text: 'text', files: 'files' } as const;
const mostCharacters = 200_000;
const mostTries = 3;

/**
 * Hands in work: a new version, of which the earlier ones stay kept. The same form twice is one. It is taken after its day
 * too; the page says that it came late.
 * @throws Refusal 422 when nothing was handed in, a file is too large or of an ending that is not taken; 409 when the work
 *   was accepted already; 401 for visitors
 */
export async function handIn(db: Db, actor: Actor, input: HandInInput): Promise<HandInResult> {
  const { takerId, courseId, blockId, content, form, files } = input;
  const personId = personOf(actor);
  demand(!input.tooLarge, () => fileTooLarge(mostMegabytes));
  const handed = content.takes === 'text' ? [] : (files?.get(workFields.files) ?? []);
  const text =
    content.takes === 'files' ? '' : (form.get(workFields.text) ?? '').slice(0, mostCharacters).trim();
  demand(text !== '' || handed.length > 0, () => nothingHandedIn(content.takes));
  demandEndings(content, handed);
  const submission = submissionOf({ fields: form, ...(files ? { files } : {}) });
  // forms that carry no id of their own may be alike
  const id = uuidOf([takerId, blockId, submission].join(':'));
  for (let tries = 0; tries < mostTries; tries += 1) {
    const versions = await readWork(db, takerId, [blockId]);
    const known = versions.find((each) => each.id === id);
    if (known) return { workId: id, version: known.version, changed: false };
    demand(versions[0]?.state !== 'accepted', alreadyAccepted);
    const version = await insertWork(db, {
      id,
      takerId,
      personId,
      courseId,
      blockId,
      text,
      files: handed,
      state: content.assessedBy === 'self' ? 'own' : 'waiting',
      at: actor.now,
    });
    if (version !== undefined) return { workId: id, version, changed: true };
  }
  throw tooBusy();
}

function demandEndings({ endings }: Assignment, files: readonly HandedFile[]): void {
  const wrong = files.find(({ name }) => !hasEnding(name, endings));
  if (wrong) throw wrongEnding(wrong.name, endings.join(', '));
}

/**
 * Judges one's own work by the criteria, where the assignment leaves that to the learner; it is accepted with that.
 * @returns the points that it comes to
 * @throws Refusal 422 when a criterion was left out, 404 when no work waits for it
 */
export async function assessOwnWork(
  db: Db,
  actor: Actor,
  input: {
    readonly takerId: string;
    readonly workId: string;
    readonly content: Assignment;
    readonly form: URLSearchParams;
  },
): Promise<{ readonly points: number; readonly of: number }> {
  const { takerId, workId, content, form } = input;
  demand(content.assessedBy === 'self' && /^[0-9a-f-]{36}$/.test(workId), workNotFound);
  const { levels, missing, points } = judgedBy(content, form);
  demand(missing.length === 0, levelsMissing);
  const done = await settleOwnWork(db, {
    workId,
    takerId,
    personId: personOf(actor),
    levels,
    points,
    at: actor.now,
  });
  demand(done, workNotFound);
  return { points, of: content.points };
}
