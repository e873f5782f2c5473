import type { Translator } from '../../../platform/i18n/translator.ts';
import { timeCode } from '../take-notes/time-code.ts';
import type { FilmFigures, Part } from './film-figures.ts';

/** "3:20–3:50": read from left to right in every language. */
const sayPart = ({ from, to }: Part): string => `\u2066${timeCode(from)}–${timeCode(to)}\u2069`;

/** Where a film loses most viewers; undefined where it loses none. */
export function sayDrop(t: Translator, { drop, viewers }: FilmFigures): string | undefined {
  if (!drop) return undefined;
  const share = t.percent(Math.round((100 * drop.lost) / viewers));
  return t('learning.films.drop', { part: sayPart(drop), share });
}

/** What many watch again; undefined where nothing stands out. */
export function sayReplay(t: Translator, { replay }: FilmFigures): string | undefined {
  if (!replay) return undefined;
  return t('learning.films.replay', { part: sayPart(replay), n: replay.times });
}
