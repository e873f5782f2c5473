import { z } from 'zod';
import { hasRole } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { authorsOnly, keptNowhere, operatorsOnly } from '../../accounts/index.ts';
import { readNumber } from '../attestation-number.ts';
import { grantName, refuseName } from '../correct-name/correct-name.ts';
import { waitingCorrections } from '../correct-name/corrections.queries.ts';
import type { Tended } from '../policy.ts';
import { attestationBy, stateOf } from '../read-attestations/attestations.queries.ts';
import { settledAlready } from '../refusals.ts';
import { TendPage } from './tend-attestations.page.tsx';

/** Courses that a person owns; the module of courses says so. */
export type OwnedCourses = (db: Db, personId: string) => Promise<readonly string[]>;

const mostShown = 50;

/** Operators look after all attestations at the first address, owners after those of their courses at the second. */
const rooms = [
  { path: '/operator/attestations', only: operatorsOnly },
  { path: '/teach/attestations', only: authorsOnly },
] as const;

/** GET: corrections that wait, and for operators looking one up; POST .../corrections/:id decides. */
export function tendAttestationsRoutes(app: App, ownedCourses: OwnedCourses): void {
  for (const { path, only } of rooms) {
    const room: Room = { path, ownedCourses };
    app.get(path, only, keptNowhere, (c) => show(c, room));
    app.post(`${path}/corrections/:id`, only, (c) => decide(c, room));
  }
}

interface Room {
  readonly path: string;
  readonly ownedCourses: OwnedCourses;
}

/** Operators look after all of them. */
async function tendedBy(c: AppContext, { ownedCourses }: Room): Promise<Tended | undefined> {
  const { db, actor } = c.var;
  return hasRole(actor, 'operator') ? undefined : ownedCourses(db, actor.id ?? '');
}

async function show(c: AppContext, room: Room, form: FormState = emptyForm, refused = '') {
  const { db, actor, t, site } = c.var;
  const isOperator = hasRole(actor, 'operator');
  const typed = isOperator ? c.req.query('number') : undefined;
  const number = typed === undefined ? undefined : readNumber(typed);
  const found = number === undefined ? undefined : await attestationBy(db, number);
  const tended = await tendedBy(c, room);
  const whose = tended && { courses: tended, butOf: actor.id ?? '' };
  const corrections = await waitingCorrections(db, whose, mostShown);
  return sendPage(c, {
    title: t('credentials.tend.title'),
    indexed: false,
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    children: (
      <TendPage
        t={t}
        site={site}
        path={room.path}
        corrections={corrections}
        mayLookUp={isOperator}
        typed={typed}
        found={found && { number: found.number, facts: found.facts, isValid: stateOf(found) === 'valid' }}
        refused={refused}
      />
    ),
  });
}

const decisionForm = z.object({
  verdict: z.enum(['accept', 'refuse']),
  answer: z.string().trim().max(1000).default(''),
});

async function decide(c: AppContext, room: Room): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const id = c.req.param('id') ?? '';
  const read = await readForm(c, decisionForm);
  demand(read.ok && z.uuid().safeParse(id).success, settledAlready);
  const tended = (await tendedBy(c, room)) ?? [];
  if (read.value.verdict === 'accept') {
    const number = await grantName(db, actor, tended, id);
    flash(c, 'good', t('credentials.tend.accepted', { number }));
  } else {
    const { answer } = read.value;
    const done = await answerForm(c, () => refuseName(db, actor, tended, { id, answer }));
    if (!done.ok) return show(c, room, done.form, id);
    flash(c, 'good', t('credentials.tend.refused'));
  }
  return c.redirect(urlFor(site, lang, room.path), 303);
}
