import type { AppContext } from '../../../platform/http/environment.ts';
import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';

/** In which language, for which site and at which instant an answer is given. */
export interface Speaker {
  readonly t: Translator;
  readonly site: Site;
  readonly now: Date;
}

/** The language asked for with ?lang=, else the visitor's own. */
export function speakerOf(c: AppContext, lang?: Lang): Speaker {
  const { tools, site, actor } = c.var;
  return { t: lang ? tools.translators[lang] : c.var.t, site, now: actor.now };
}

/** Address of a page in the speaker's language: `pageOf(speaker, '/courses', 'paie')`. */
export const pageOf = ({ site, t }: Speaker, folder: string, slug: string): string =>
  absoluteUrl(site, t.lang, `${folder}/${encodeURIComponent(slug)}`);
