import type { AddToCalendar } from '../../modules/catalog/index.ts';
import { eventOccasions } from '../../modules/editorial/index.ts';

/** Public events stand in the calendar beside the courses. */
export const addToCalendar: AddToCalendar = (c, span) => eventOccasions(c, span);
