import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { type CalendarAsked, calendarQuery } from './calendar-view.ts';

/** Makes the addresses of other views of the same calendar; further pages begin anew. */
export const calendarAddress =
  (site: Site, lang: Lang, asked: CalendarAsked, today: string) =>
  (change: Partial<CalendarAsked>, path = '/calendar'): string =>
    urlFor(site, lang, path, calendarQuery({ ...asked, page: 1, ...change }, today));
