import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import { type Lang, langs } from '../../../platform/i18n/languages.ts';
import { demand } from '../../../platform/refusal.ts';
import { readSetting, writeSetting } from '../../../platform/settings/settings.queries.ts';
import { announce } from '../../notify/index.ts';
import { mayEdit } from '../policy.ts';
import { editorsOnly, notInThisState } from '../refusals.ts';
import { isEmptyLetter, letterBody } from './letter-content.ts';
import { decideLetter, findLetter, gatherLetter, type LetterDecision, markSent } from './letters.queries.ts';
import { letterInstant, weekOf } from './letter-week.ts';

export const letterTopic = (lang: Lang) => ({ kind: 'editorial.letter', subject: lang });
export const letterWants = ['weekly'] as const;

const byItself = 'editorial.letter-by-itself';
const weekMs = 7 * 86_400_000;

/** Whether letters go out without an editor's word; not unless somebody said so. */
export const goesByItself = async (db: Db): Promise<boolean> => (await readSetting(db, byItself)) === true;

export async function letGoByItself(db: Db, actor: Actor, yes: boolean): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  await writeSetting(db, actor, byItself, yes);
  await audit(db, actor, 'set-letter-by-itself', undefined, { yes });
}

/** Approves this week's letter, holds it, or only adds a word. @throws Refusal 403, 409 once it went */
export async function decide(
  db: Db,
  actor: Actor,
  decision: Omit<LetterDecision, 'decidedBy'>,
): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  demand(await decideLetter(db, { ...decision, decidedBy: actor.id ?? null }), notInThisState);
  await audit(db, actor, `letter-${decision.state}`, undefined, {
    language: decision.lang,
    week: decision.week,
  });
}

/**
 * Sends the letters of this week that are due and allowed to go: each once, in the transaction of the caller. Returns the
 * languages in which one went.
 */
export async function sendLetters(
  db: Db,
  actor: Actor,
  { translators }: Pick<Tools, 'translators'>,
): Promise<Lang[]> {
  const week = weekOf(actor.now);
  if (actor.now < letterInstant(week)) return [];
  const alone = await goesByItself(db);
  const sent: Lang[] = [];
  for (const lang of langs) {
    const letter = await findLetter(db, lang, week);
    const mayGo =
      letter?.state === 'approved' || (alone && letter?.state !== 'held' && letter?.state !== 'sent');
    if (mayGo && (await send(db, actor, translators[lang], week, letter?.word ?? ''))) sent.push(lang);
  }
  return sent;
}

async function send(
  db: Db,
  actor: Actor,
  t: Tools['translators'][Lang],
  week: string,
  word: string,
): Promise<boolean> {
  const content = await gatherLetter(db, t.lang, new Date(actor.now.getTime() - weekMs), actor.now);
  if (isEmptyLetter(content) || !(await markSent(db, t.lang, week, content, actor.now))) return false;
  await announce(db, actor, [
    {
      key: `editorial.letter:${t.lang}:${week}`,
      topic: letterTopic(t.lang),
      want: 'weekly',
      sentence: 'editorial.letter.sentence',
      values: { day: { day: week } },
      path: `/news/letter/${week}`,
      body: letterBody(t, word, content),
    },
  ]);
  return true;
}
