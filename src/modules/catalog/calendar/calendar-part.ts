import type { Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { CalendarOccasion } from './calendar-occasions.ts';
import type { CalendarAsked } from './calendar-view.ts';
import type { CalendarFound } from './calendar.ts';

/** What every part of the calendar's page is made from. */
export interface CalendarPartProps {
  readonly t: Translator;
  readonly site: Site;
  readonly found: CalendarFound;
  readonly occasions: readonly CalendarOccasion[];
  /** Address of another view. */
  readonly addressOf: (change: Partial<CalendarAsked>, path?: string) => string;
}
