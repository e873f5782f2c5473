import { z } from 'zod';

/** A learner's messages in one course within an hour. */
export const mostAnHour = 12;
/** Messages of one conversation, both sides together. */
export const mostInAll = 1000;

/** The most signs of one text. */
export const longest = 2000;

/** What somebody typed: line ends of one kind, nothing that the database cannot keep. */
export const typed = (most: number) =>
  z
    .string()
    .max(most * 5, 'learning.talk.error.long')
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed().trim())
    .pipe(z.string().max(most, 'learning.talk.error.long'));

const filled = ({ good, bad, words }: { good: string; bad: string; words: string }): boolean =>
  good !== '' || bad !== '' || words !== '';

/** What a learner writes: what is good, what could be better, or simply words. */
export const messageForm = z
  .object({
    id: z.uuid(),
    /** '' is the whole course. */
    unit: z.string().max(200).default(''),
    good: typed(longest),
    bad: typed(longest),
    words: typed(longest),
  })
  .refine(filled, { path: ['words'], error: 'learning.talk.error.empty' });
export type MessageInput = z.output<typeof messageForm>;

/** What somebody who teaches answers. */
export const answerForm = z.object({
  id: z.uuid(),
  words: typed(longest).pipe(z.string().min(1, 'learning.talk.error.empty')),
});
export type AnswerInput = z.output<typeof answerForm>;

/** One message, as both sides see it. */
export interface Message {
  readonly id: string;
  readonly byLearner: boolean;
  /** Null for a learner, and for somebody whose account is gone. */
  readonly author: string | null;
  readonly unitId: string;
  readonly good: string;
  readonly bad: string;
  readonly words: string;
  /** ISO instant. */
  readonly at: string;
}

/** A conversation as it stands. */
export interface Conversation {
  readonly state: 'open' | 'settled' | 'closed';
  /** Why it was closed. */
  readonly reason: string;
  /** Answers that the learner has not read. */
  readonly unread: number;
  readonly isWaiting: boolean;
  /** The oldest first; of a long one the latest hundred. */
  readonly messages: readonly Message[];
}
