import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { App, AppContext } from '../platform/http/environment.ts';
import { readForm } from '../platform/http/form.ts';
import { changeDetails } from '../modules/accounts/index.ts';
import { splitLang } from '../platform/http/site.ts';

const year = 31_536_000;
const themeForm = z.object({
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  back: z.string().catch('/'),
});

/** Only a path of ours, so that nobody can be sent elsewhere through this form: "/.//x" would become "//x", a host. */
function ownPath(c: AppContext, path: string): string {
  const url = path.startsWith('/') ? URL.parse(path, c.var.site.baseUrl) : null;
  const isOurs = url?.origin === new URL(c.var.site.baseUrl).origin && !url.pathname.startsWith('//');
  return url && isOurs ? url.pathname + url.search : '/';
}

/** Theme and language of a visitor: cookies that hold the choice and nothing else; people keep the theme in their account. */
export function preferenceRoutes(app: App): void {
  app.post('/theme', async (c) => {
    const form = await readForm(c, themeForm);
    const { theme, back } = form.ok ? form.value : { theme: 'auto' as const, back: '/' };
    if (c.var.actor.kind === 'person') await changeDetails(c.var.db, c.var.actor, { theme });
    setCookie(c, 'theme', theme, { path: '/', sameSite: 'Lax', maxAge: year });
    return c.redirect(ownPath(c, back), 303);
  });
  app.use('/*', async (c, next) => {
    await next();
    const { lang } = splitLang(new URL(c.req.url).pathname);
    // feeds, calendars and files are kept by caches of many people: no cookie belongs to them
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (lang && isPage && c.req.method === 'GET' && getCookie(c, 'lang') !== lang) {
      setCookie(c, 'lang', lang, { path: '/', sameSite: 'Lax', maxAge: year });
    }
  });
}
