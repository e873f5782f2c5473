import { z } from 'zod';
import { type Actor, hasRole } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { type Lang, langs } from '../../../platform/i18n/languages.ts';
import { demand, Refusal } from '../../../platform/refusal.ts';
import { readSetting, writeSetting } from '../../../platform/settings/settings.queries.ts';

const setting = 'app.who-runs';

/** Who runs this site and who pays for it, as its operators say. */
export interface WhoRuns {
  readonly name: string;
  readonly contact: string;
  /** By language. */
  readonly pays: Readonly<Partial<Record<Lang, string>>>;
}

const stored = z.object({
  name: z.string().catch(''),
  contact: z.string().catch(''),
  pays: z.partialRecord(z.enum(langs), z.string()).catch({}),
});

export async function whoRuns(db: Db): Promise<WhoRuns> {
  return stored.parse((await readSetting(db, setting)) ?? {});
}

/** Changes who runs it, and the words on who pays in one language. @throws Refusal 403 for others than operators */
export async function sayWhoRuns(
  db: Db,
  actor: Actor,
  input: { readonly name: string; readonly contact: string; readonly pays: string; readonly lang: Lang },
): Promise<void> {
  demand(
    hasRole(actor, 'operator'),
    () => new Refusal(403, 'app.operators-only', 'accounts.refusal.operators-only'),
  );
  const { pays } = await whoRuns(db);
  const { [input.lang]: _before, ...others } = pays;
  const next = input.pays === '' ? others : { ...others, [input.lang]: input.pays };
  await writeSetting(db, actor, setting, { name: input.name, contact: input.contact, pays: next });
  await audit(db, actor, 'say-who-runs', undefined, { name: input.name, lang: input.lang });
}

/** In the visitor's language, else English, else any. */
export const paysIn = ({ pays }: WhoRuns, lang: Lang): { text: string; lang: Lang } | undefined => {
  const known = [lang, 'en' as const, ...langs].find((each) => pays[each]);
  return known && { text: pays[known] ?? '', lang: known };
};
