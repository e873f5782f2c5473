import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { mailTo } from '../../../platform/mail/mail.queries.ts';
import { createTranslators } from '../../../platform/i18n/translator.ts';
import { createPerson } from '../../accounts/index.ts';
import { actorOn, importing } from '../../catalog/testing/catalog-stage.ts';
import { storedCourses } from '../../catalog/testing/stage.queries.ts';
import { examineReview } from '../examine-review/examine-review.ts';
import type { HoldReason, TextField } from '../examine-review/hold-reason.ts';
import { reviewsMessages } from '../messages/index.ts';
import type { CaseDecision } from '../moderate-reviews/decide-case.ts';
import { openCase } from '../moderate-reviews/open-case.ts';
import { keepRating } from '../score-courses/keep-rating.ts';
import { type StoredCase, storedCases } from './stored-cases.queries.ts';
import { putReview } from './stored-review.queries.ts';

export const letters = {
  translators: createTranslators([reviewsMessages]),
  site: { name: 'Passerelle', baseUrl: 'https://passerelle.example' },
};

let people = 0;

export interface StagePerson {
  readonly id: string;
  readonly address: string;
}

/** Somebody with an account since `days` before or after the first day. */
export async function person(
  db: Db,
  days: number,
  more: { name?: string; lang?: 'en' | 'fr'; domain?: string } = {},
): Promise<StagePerson> {
  const address = `person${(people += 1)}@${more.domain ?? 'example.org'}`;
  const { name = 'Awa', lang = 'en' } = more;
  const id = await createPerson(db, actorOn(days), { name, lang, address });
  if (id === undefined) throw new Error(`${address} has an account already`);
  return { id, address };
}

/** The person as they act, `days` and `minutes` after the first day. */
export function acting(
  who: StagePerson,
  days = 0,
  more: { minutes?: number; network?: string; roles?: Actor['roles'] } = {},
): Actor {
  const base = actorOn(days);
  const { minutes = 0, network = '198.51.100.1', roles = [] } = more;
  const now = new Date(base.now.getTime() + minutes * 60_000);
  return { ...base, now, kind: 'person', id: who.id, name: 'Awa', roles, address: network };
}

export interface Written {
  readonly id: string;
  readonly reasons: readonly HoldReason[];
}

/** A review as it is stored when somebody writes it: examined, then published or held. */
export async function written(
  db: Db,
  actor: Actor,
  courseId: string,
  says: { stars?: number; lang?: string } & Partial<Record<TextField, string>> = {},
): Promise<Written> {
  const { stars = 4, lang = 'en', ...texts } = says;
  const id = actor.ids.next();
  const personId = actor.id ?? '';
  const reasons = await examineReview(db, actor, { reviewId: id, courseId, personId, lang, stars, texts });
  const state = reasons.length === 0 ? 'published' : 'held';
  await putReview(db, actor, {
    id,
    course_id: courseId,
    person_id: personId,
    lang,
    stars,
    state,
    body: texts.body ?? null,
    pros: texts.pros ?? null,
    cons: texts.cons ?? null,
    for_whom: texts.forWhom ?? null,
  });
  if (state === 'held') await openCase(db, actor, { reviewId: id, reasons });
  else await keepRating(db, actor, { reviewId: id, courseId, ratedOn: '2026-12-01', stars, proof: 'none' });
  return { id, reasons };
}

/** Imports courses of one provider; returns the ids by title. */
export async function coursesOf(
  db: Db,
  titles: readonly string[],
  provider = 'The Mill',
): Promise<Map<string, string>> {
  await importing(
    db,
    titles.map((title) => ({
      key: title,
      title,
      url: `https://mill.example/${title}`,
      providers: [{ name: provider }],
    })),
    { platformName: provider.toLowerCase().replaceAll(' ', '-') },
  );
  return new Map((await storedCourses(db)).map((course) => [course.title, course.id]));
}

/** Subjects of the letters that somebody was sent, and their texts. */
export async function lettersTo(db: Db, who: StagePerson) {
  return (await mailTo(db, [who.address])).map(({ subject, text }) => ({ subject, text }));
}

/** Somebody who moderates, a day later. */
export async function moderator(db: Db): Promise<Actor & { readonly id: string }> {
  const who = await person(db, -300, { name: 'Mo' });
  return { ...acting(who, 1, { roles: ['moderator'] }), id: who.id };
}

/** A review of a French author that is held for its link, and its open case. */
export async function heldReview(db: Db, courseId: string) {
  const author = await person(db, -300, { lang: 'fr' });
  const { id } = await written(db, acting(author), courseId, { body: spam, stars: 5 });
  const [open] = await storedCases(db, id);
  if (!open) throw new Error('no case was opened');
  return { author, id, open };
}

export const spam = 'See https://spam.example/x';

/** A moderator's no to a case, as far as nothing else is said. */
export const judging = (open: StoredCase, more: Partial<CaseDecision> = {}): CaseDecision => ({
  caseId: open.id,
  version: open.version,
  verdict: 'rejected',
  reason: 'advertising',
  ...more,
});
