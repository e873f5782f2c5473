import type { CalendarEvent } from '../../../platform/calendar/calendar-event.ts';
import type { AppContext } from '../../../platform/http/environment.ts';
import type { Span } from './calendar-view.ts';

/** Something that is no course and stands in the calendar too: a public meet-up, a conference. */
export interface CalendarOccasion {
  /** ISO day on which it stands. */
  readonly day: string;
  readonly title: string;
  /** BCP 47 tag of the title, where it is not the page's. */
  readonly lang?: string | undefined;
  /** Address of its page, as links have it. */
  readonly href: string;
  /** What it is, where and at what time: "Meet-up", "Lyon", "18:00". */
  readonly facts: readonly string[];
  /** The same for programs. */
  readonly event: CalendarEvent;
}

/** Asks the other modules what they have in these days; made in the application. At most one statement. */
export type AddToCalendar = (
  c: AppContext,
  span: Span & { readonly language?: string | undefined },
) => Promise<readonly CalendarOccasion[]>;
