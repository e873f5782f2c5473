/** What events of both kinds say. */
interface EventWords {
  /** The same for the same thing for ever, whatever happens to its days. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  /** The page of the thing, absolute. */
  readonly url: string;
  /** A guess, or a day that is not fixed yet. */
  readonly tentative: boolean;
  /** It was to be and will not: programs strike it out instead of forgetting it. */
  readonly cancelled?: boolean;
  /** Where it takes place: an address, or a link. */
  readonly place?: string;
  /** Whoever keeps it is not free meanwhile (a meeting, an exam). */
  readonly busy?: boolean;
  /** Minutes before its beginning at which a program reminds of it; before the first midnight for whole days. */
  readonly remindBefore?: readonly number[];
  readonly categories: readonly string[];
  readonly changedAt: Date;
}

/** Something that takes whole days, wherever one is. */
export interface DayEvent extends EventWords {
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
}

/** Something at an instant, told on the clock of a place. */
export interface TimedEvent extends EventWords {
  readonly start: Date;
  /** The same as the start where it is a moment (the last minute to join). */
  readonly end: Date;
  /** IANA zone; one that nobody knows counts as UTC: the instant stays right. */
  readonly zone: string;
}

export type CalendarEvent = DayEvent | TimedEvent;

export const isTimed = (event: CalendarEvent): event is TimedEvent => 'zone' in event;

/** Whether an event is over at an instant whose day is `today` (ISO). */
export const isPast = (event: CalendarEvent, today: string, now: Date): boolean =>
  isTimed(event) ? event.end < now : event.to < today;
