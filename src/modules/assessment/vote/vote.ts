import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import type { ContentOf } from '../../courses/index.ts';
import { fieldName } from '../ask-questions/field-name.ts';
import { choiceMissing, choicesMissing } from '../refusals.ts';
import { personOf } from '../take-attempt/plan-deed.ts';
import { type BlockVotes, type Choice, readVotes, replaceVotes } from './votes.queries.ts';

export type VoteContent = ContentOf<'poll'> | ContentOf<'survey'>;

/** Fewer answers than these are nobody's business: one could tell whose they are. */
export const fewestShown = 5;

/** The option of each question of a poll ('') or survey, with how many chose it. */
export interface VoteResults {
  readonly voters: number;
  /** Fewer people answered than may be shown; the counts are left out. */
  readonly hidden: boolean;
  readonly questions: readonly {
    readonly questionId: string;
    readonly options: readonly { readonly optionId: string; readonly votes: number }[];
  }[];
}

export interface VoteState {
  readonly blockId: string;
  readonly content: VoteContent;
  /** False for somebody who only looks. */
  readonly mayVote: boolean;
  /** By question, what this person chose. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly voted: boolean;
  /** Present once they may be seen: for those who voted, where the author shows them. */
  readonly results?: VoteResults;
}

export interface VoteScene {
  readonly takerId?: string | undefined;
  readonly courseId: string;
  readonly blockId: string;
  readonly content: VoteContent;
}

/** Polls and surveys of a page as somebody sees them now: one statement for all of them. */
export async function readVoteStates(db: Db, scenes: readonly VoteScene[]): Promise<VoteState[]> {
  const [first] = scenes;
  if (!first) return [];
  const blockIds = scenes.map(({ blockId }) => blockId);
  const votes = await readVotes(db, first.courseId, blockIds, first.takerId ?? null);
  return scenes.map((scene) => stateOf(scene, votes.get(scene.blockId)));
}

function stateOf({ takerId, blockId, content }: VoteScene, votes: BlockVotes | undefined): VoteState {
  const own = votes?.own ?? [];
  const chosen: Record<string, string[]> = {};
  for (const { questionId, optionId } of own) (chosen[questionId] ??= []).push(optionId);
  const voted = own.length > 0;
  return {
    blockId,
    content,
    mayVote: takerId !== undefined,
    chosen,
    voted,
    ...(voted && content.showResults && votes ? { results: resultsOf(content, votes) } : {}),
  };
}

/** What polls and surveys came to, for whoever teaches, in their order; small groups stay hidden. One statement for all. */
export async function pollResults(
  db: Db,
  courseId: string,
  blocks: readonly Pick<VoteScene, 'blockId' | 'content'>[],
): Promise<VoteResults[]> {
  if (blocks.length === 0) return [];
  const ids = blocks.map(({ blockId }) => blockId);
  const votes = await readVotes(db, courseId, ids, null);
  return blocks.map(({ blockId, content }) =>
    resultsOf(content, votes.get(blockId) ?? { blockId, own: [], voters: 0, counts: [] }),
  );
}

function resultsOf(content: VoteContent, { voters, counts }: BlockVotes): VoteResults {
  const hidden = voters < fewestShown;
  const asked = content.type === 'poll' ? [''] : content.questions.map(({ id }) => id);
  const votesFor = (questionId: string, optionId: string) =>
    counts.find((each) => each.questionId === questionId && each.optionId === optionId)?.votes ?? 0;
  const questions = asked.map((questionId) => ({
    questionId,
    options: content.options.map(({ id }) => ({ optionId: id, votes: votesFor(questionId, id) })),
  }));
  return { voters, hidden, questions: hidden ? [] : questions };
}

export interface VoteInput {
  readonly takerId: string;
  readonly courseId: string;
  readonly blockId: string;
  readonly form: URLSearchParams;
}

/**
 * Votes in a poll; voting again changes one's vote, the same vote changes nothing.
 * @returns whether anything changed
 * @throws Refusal 422 when nothing was chosen, 401 for visitors
 */
export async function votePoll(
  db: Db,
  actor: Actor,
  input: VoteInput & { readonly content: ContentOf<'poll'> },
): Promise<boolean> {
  const { content, form } = input;
  const sent = form.getAll(fieldName('poll'));
  const known = content.options.filter(({ id }) => sent.includes(id)).map(({ id }) => id);
  const chosen = content.several ? known : known.slice(0, 1);
  demand(chosen.length > 0, choiceMissing);
  return keep(
    db,
    actor,
    input,
    chosen.map((optionId) => ({ questionId: '', optionId })),
  );
}

/**
 * Answers a survey, all its questions at once; answering again changes the answers.
 * @returns whether anything changed
 * @throws Refusal 422 when a question was left out, 401 for visitors
 */
export async function answerSurvey(
  db: Db,
  actor: Actor,
  input: VoteInput & { readonly content: ContentOf<'survey'> },
): Promise<boolean> {
  const { content, form } = input;
  const choices = content.questions.flatMap(({ id }): Choice[] => {
    const sent = form.get(fieldName(id));
    const option = content.options.find((each) => each.id === sent);
    return option ? [{ questionId: id, optionId: option.id }] : [];
  });
  const left = content.questions.length - choices.length;
  demand(left === 0, () => choicesMissing(left));
  return keep(db, actor, input, choices);
}

function keep(db: Db, actor: Actor, input: VoteInput, choices: readonly Choice[]): Promise<boolean> {
  const { takerId, courseId, blockId } = input;
  return replaceVotes(db, { takerId, personId: personOf(actor), courseId, blockId, choices, at: actor.now });
}

/** The same block with what was chosen in a form that was refused. */
export function typedVotes(state: VoteState, form: URLSearchParams): VoteState {
  const names =
    state.content.type === 'poll' ? [['', 'poll']] : state.content.questions.map(({ id }) => [id, id]);
  const chosen = Object.fromEntries(
    names.map(([questionId = '', name = '']) => [questionId, form.getAll(fieldName(name))]),
  );
  return { ...state, chosen };
}
