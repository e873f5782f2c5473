import type { Translator } from '../../../platform/i18n/translator.ts';
import { addDays } from '../../../platform/time/clock.ts';
import { datedBlock, type DateBlockProps } from '../../../platform/ui/date-block.tsx';
import type { RunDay } from '../course-document/course-document.ts';
import type { Availability } from './availability.ts';

/** No sign of its own says "nothing fixed yet". */
const unknownDay = '–';

/** When it starts, as the block at the head of a line; a guess looks like one. */
export function blockOf(t: Translator, availability: Availability, today: string): DateBlockProps {
  const { state, predicted, startsOn, day } = availability;
  if (predicted)
    return {
      state: 'expected',
      top: t('catalog.block.maybe', { month: t.day(predicted.month, 'month-only') }),
      big: unknownDay,
      bottom: t('catalog.block.likely'),
    };
  switch (state) {
    case 'opens-on':
    case 'open-starts-on':
      return onStart(t, startsOn ?? day, today);
    case 'started-still-open':
      return startsOn ? onStart(t, startsOn, today, t('catalog.block.started')) : open(t);
    case 'self-paced-open':
      return open(t);
    case 'closed-running':
      return startsOn
        ? { ...onStart(t, startsOn, today, runningWord(t, startsOn, today)), state: 'past' }
        : { state: 'past', top: t('catalog.block.running'), big: unknownDay };
    case 'ended':
      return ended(t, day, today);
    case 'archived-readable':
      return {
        state: 'past',
        top: t('catalog.block.archived'),
        big: unknownDay,
        bottom: t('catalog.block.readable'),
      };
    case 'to-be-announced':
      return { state: 'expected', top: t('catalog.block.date'), big: '?', bottom: t('catalog.block.toCome') };
  }
}

const open = (t: Translator): DateBlockProps => ({
  state: 'open',
  top: t('catalog.block.open'),
  big: '∞',
  bottom: t('catalog.block.ownPace'),
});

const runningWord = (t: Translator, start: RunDay, today: string): string | undefined =>
  start.on > today ? undefined : t('catalog.block.running');

/** A day of this year or the next months with its weekday; further away with its year; a month without a day. */
function onStart(t: Translator, start: RunDay | undefined, today: string, word?: string): DateBlockProps {
  if (!start)
    return { state: 'expected', top: t('catalog.block.date'), big: '?', bottom: t('catalog.block.toCome') };
  const year = start.on.slice(0, 4);
  if (start.precision === 'month')
    return { state: 'dated', top: t.day(start.on, 'month-only'), big: unknownDay, bottom: word ?? year };
  const isFar = start.on > addDays(today, 300) || start.on < addDays(today, -300);
  return datedBlock(t, start.on, word ?? (isFar ? year : undefined));
}

function ended(t: Translator, day: RunDay | undefined, today: string): DateBlockProps {
  const over = t('catalog.block.over');
  if (!day || day.precision === 'month')
    return { state: 'past', top: over, big: unknownDay, ...(day ? { bottom: t.day(day.on, 'month') } : {}) };
  return { ...onStart(t, day, today, day.on < addDays(today, -300) ? undefined : over), state: 'past' };
}
