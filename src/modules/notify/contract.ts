import type { Lang } from '../../platform/i18n/languages.ts';
import type { MessageKey } from '../../platform/i18n/messages.ts';

/**
 * What somebody follows. `kind` begins with the name of the module that knows it and names the table of words:
 * 'catalog.course', 'catalog.search', 'editorial.letter', 'editorial.event', 'lists.list'. The label of a wish is the
 * message `KIND.want.WANT` ("catalog.course.want.opens").
 */
export interface Topic {
  readonly kind: string;
  /** Id of the thing, or 'fr' for a letter in French. */
  readonly subject: string;
}

/** A value of a sentence, brought into the reader's language when the sentence is written. */
export type NewsValue =
  | string
  | number
  /** A text that exists in several languages; English, then any, where the reader's is missing. */
  | { readonly texts: Readonly<Record<string, string>> }
  /** ISO day; `month` where only the month is known. */
  | { readonly day: string; readonly precision?: 'day' | 'month' }
  /** ISO instant, told in this IANA zone. */
  | { readonly instant: string; readonly zone: string }
  /** Minor units. */
  | { readonly amount: number; readonly currency: string }
  /** A message of its own, without values. */
  | { readonly message: MessageKey };

/** A whole letter, already in the language of its topic: it is sent in full to those to whom it comes alone. */
export interface NewsBody {
  readonly paragraphs: readonly string[];
  /** `path` without language. */
  readonly lines: readonly { readonly label: string; readonly path: string; readonly note?: string }[];
}

/** Something that those who follow a topic want to hear, once. */
export interface News {
  /** Unique and lasting: the same fact has the same key for ever ('catalog.course:ID:opens:RUN'). */
  readonly key: string;
  readonly topic: Topic;
  /** Which wish of the followers it answers: 'opens', 'starts', 'closes', 'price', 'new-run', 'change', 'match'. */
  readonly want: string;
  readonly sentence: MessageKey;
  readonly values: Readonly<Record<string, NewsValue>>;
  /** Path without language of the page that shows more. */
  readonly path: string;
  /** After this instant it is no news any more and is not sent. */
  readonly until?: Date;
  readonly body?: NewsBody;
}

/** How often letters come. `no-letter`: in the product only, which takes an account. */
export const paces = ['at-once', 'daily', 'weekly', 'no-letter'] as const;
export type Pace = (typeof paces)[number];

/** What a browser says of itself when it lets a site send it messages (PushSubscription.toJSON). */
export interface PushSubscriptionJson {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** How somebody wants to hear of it. */
export type Way =
  /** A letter box without an account; `proof` is the secret of a browser that confirmed it before. */
  | { readonly mail: string; readonly proof?: string }
  /** The signed-in person: in the product, and by letter to their main address. */
  | { readonly account: true }
  | { readonly push: PushSubscriptionJson };

/** Somebody wants to follow a topic. */
export interface FollowWish {
  /** UUID made by the form: pressing its button twice asks once. */
  readonly id: string;
  readonly topic: Topic;
  /** Which news of it, at least one: 'opens', 'closes'... */
  readonly wants: readonly string[];
  /** All that the form offered, so that the choice can be changed later; `wants` when absent. */
  readonly offered?: readonly string[];
  /** Name of what is followed, for the list of what one follows. */
  readonly title: string;
  /** Path without language of its page. */
  readonly path: string;
  readonly by: Way;
  readonly pace: Pace;
  readonly lang: Lang;
  /** What the form asked besides, by question: kept with what is followed, and gone with it. As before when left out. */
  readonly answers?: Readonly<Record<string, string>>;
}
