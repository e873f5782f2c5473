import type { Fetcher } from '../../../platform/http/fetch/guarded-fetch.ts';

/** What is sent, and in whose name. */
export interface Posting {
  /** The same for every try of one post. */
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly at: Date;
  readonly server: string;
  readonly handle: string;
  readonly secret: string;
  /** It may have arrived at an earlier try. */
  readonly mayBeThere: boolean;
}

/** What became of one try; `answer` is a line for editors and holds no secret. */
export type Sent =
  | { readonly outcome: 'sent'; readonly url: string; readonly answer: string }
  /** It is not there; trying later may help. */
  | {
      readonly outcome: 'later';
      readonly afterMs?: number;
      readonly status?: number;
      readonly answer: string;
    }
  /** It is not there, and will not be as it is. */
  | { readonly outcome: 'refused'; readonly status?: number; readonly answer: string }
  /** No answer, or one that does not tell whether it arrived. */
  | { readonly outcome: 'unknown'; readonly status?: number; readonly answer: string };

/** A social network that editors can post to. */
export interface SocialNetwork {
  readonly title: string;
  readonly defaultServer: string;
  /** The most that `lengthOf` may say of a text. */
  readonly most: number;
  lengthOf(text: string): number;
  /**
   * For how long after an uncertain try the network itself makes sure that the same post is not taken twice;
   * undefined where it always does.
   */
  readonly safeMs?: number;
  send(fetcher: Pick<Fetcher, 'post' | 'fetch'>, posting: Posting): Promise<Sent>;
}

/** Addresses in a text, with their places. */
export const addressesIn = (text: string): RegExpMatchArray[] => [
  ...text.matchAll(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g),
];
