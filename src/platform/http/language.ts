import { getCookie } from 'hono/cookie';
import { acceptedLang, defaultLang, isLang, type Lang } from '../i18n/languages.ts';
import type { AppContext } from './environment.ts';
import { splitLang } from './site.ts';

/** The language follows the visitor: path, then cookie, then Accept-Language. */
export function negotiate(c: AppContext): { lang: Lang; path: string; named: boolean } {
  const { lang, path } = splitLang(new URL(c.req.url).pathname);
  if (lang) return { lang, path, named: true };
  const chosen = getCookie(c, 'lang');
  return {
    lang: isLang(chosen) ? chosen : (acceptedLang(c.req.header('accept-language')) ?? defaultLang),
    path,
    named: false,
  };
}
