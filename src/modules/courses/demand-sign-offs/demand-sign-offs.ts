import { z } from 'zod';
import { type Actor, hasRole } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { notYourRole } from '../refusals.ts';
import { dropDemand, keepDemand } from './demands.queries.ts';

const count = z.coerce
  .number({ error: 'courses.sign-offs.error.count' })
  .int('courses.sign-offs.error.count');
const upToNine = count.min(0, 'courses.sign-offs.error.count').max(9, 'courses.sign-offs.error.count');

/** What is demanded of every course of a provider; of every course of the site where no provider is named. */
export const demandForm = z
  .object({
    provider: z
      .string()
      .max(2000, 'courses.sign-offs.error.long')
      .default('')
      .transform((typed) => typed.replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim())
      .pipe(z.string().max(300, 'courses.sign-offs.error.long')),
    signOffs: upToNine,
    committee: upToNine,
  })
  .refine(({ signOffs, committee }) => signOffs + committee > 0, {
    path: ['signOffs'],
    error: 'courses.sign-offs.error.nothing',
  });

/** Demands sign-offs from now on; versions that learners see already stay. @throws Refusal 403 for all but operators */
export async function demandSignOffs(
  db: Db,
  actor: Actor,
  { provider, signOffs, committee }: z.output<typeof demandForm>,
): Promise<void> {
  demand(hasRole(actor, 'operator'), notYourRole);
  const by = actor.kind === 'person' ? (actor.id ?? null) : null;
  await keepDemand(db, { name: provider, signOffs, committee, by, now: actor.now });
  await audit(db, actor, 'demand-sign-offs', undefined, { provider, signOffs, committee });
}

/** Demands it no longer; ending what was never demanded changes nothing. @throws Refusal 403 for all but operators */
export async function endDemand(db: Db, actor: Actor, provider: string): Promise<void> {
  demand(hasRole(actor, 'operator'), notYourRole);
  const name = await dropDemand(db, provider);
  if (name !== undefined) await audit(db, actor, 'end-demand-for-sign-offs', undefined, { provider: name });
}
