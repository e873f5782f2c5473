import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { demand } from '../../../platform/refusal.ts';
import { domainOfSite } from './domain-of.ts';
import { notYourProvider, otherDomain } from './refusals.ts';
import { type Desk, providerDesk, saveProviderPage } from './provider-desk.queries.ts';

const size = 50;

export interface DeskPage extends Desk {
  readonly page: number;
  readonly pages: number;
}

/** The desk of a provider. @throws Refusal 404 for everybody who does not speak for it */
export async function deskOf(
  db: Db,
  actor: Actor,
  { slug, page }: { readonly slug: string; readonly page: number },
): Promise<DeskPage> {
  demand(actor.id !== undefined, notYourProvider);
  const desk = await providerDesk(db, { slug, personId: actor.id, size, page });
  demand(desk !== undefined, notYourProvider);
  return { ...desk, page, pages: Math.max(1, Math.ceil(desk.courseCount / size)) };
}

/**
 * Changes what the provider's page says, in one language. The website stays at its domain, since addresses there open the
 * desk to others.
 * @throws Refusal 404; 422 for a website elsewhere
 */
export async function changeProviderPage(
  db: Db,
  actor: Actor,
  input: { readonly slug: string; readonly url: string; readonly text: string; readonly lang: Lang },
): Promise<void> {
  const desk = await deskOf(db, actor, { slug: input.slug, page: 1 });
  const domain = domainOfSite(desk.url);
  // a first website would open the desk to a whole domain: that is no word of its own staff
  const stays = domain === undefined ? input.url === (desk.url ?? '') : domainOfSite(input.url) === domain;
  demand(stays, otherDomain);
  const { [input.lang]: _before, ...others } = desk.description;
  const description = input.text === '' ? others : { ...others, [input.lang]: input.text };
  const url = input.url === '' ? null : input.url;
  await saveProviderPage(db, desk.id, { url, description });
  await audit(db, actor, 'change-provider-page', desk.id, { provider: desk.slug, url, lang: input.lang });
}
