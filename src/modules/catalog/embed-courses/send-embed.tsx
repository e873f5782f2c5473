import type { ComponentChildren } from 'preact';
import type { AppContext } from '../../../platform/http/environment.ts';
import { respond } from '../../../platform/http/respond.ts';
import { renderPage } from '../../../platform/ui/render-page.ts';
import { embedStylePath } from '../../../platform/ui/site/embed-style.ts';

export const embedThemes = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** What the address wishes: `?theme=dark`. */
export const themeAsked = (c: AppContext): EmbedTheme =>
  embedThemes.find((theme) => theme === c.req.query('theme')) ?? 'auto';

/** Other sites show it again and again. */
const aWhile = 'public, max-age=300';

export interface Embed {
  readonly title: string;
  readonly status?: 200 | 404;
  readonly children: ComponentChildren;
}

/**
 * Answers with a page that stands in a frame of another site: a few kilobytes with all it needs. Every link in it opens
 * a tab of its own.
 */
export function sendEmbed(c: AppContext, { title, status = 200, children }: Embed): Response {
  const { t, tools } = c.var;
  const script = tools.assets.islands?.['embed-inside'];
  const html = renderPage(
    <html lang={t.lang} dir={t.dir} data-theme={themeAsked(c)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href={embedStylePath} />
        {script !== undefined && <script type="module" src={script} />}
      </head>
      <body>
        {/* named, since the page around may have a main part of its own */}
        <main aria-label={title}>{children}</main>
      </body>
    </html>,
  );
  return respond(c, html, 'text/html; charset=utf-8', status, aWhile);
}

export interface OutLinkProps {
  readonly href: string;
  readonly class?: string;
  readonly lang?: string | undefined;
  readonly children: ComponentChildren;
}

/** A link out of the frame: a tab of its own, which cannot reach back. */
export function OutLink({ href, lang, children, ...rest }: OutLinkProps) {
  return (
    <a {...rest} href={href} lang={lang} target="_blank" rel="noopener">
      {children}
    </a>
  );
}

/** Whose it is, at the foot of every embed. */
export function EmbedFoot({ c, href }: { readonly c: AppContext; readonly href: string }) {
  return (
    <p class="foot">
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <rect width="64" height="64" rx="14" fill="#0f5c6e" />
        <path d="M10 46C17 14 47 14 54 46M10 46h44" fill="none" stroke="#fbf8f3" stroke-width="6" />
        <circle cx="32" cy="24" r="6" fill="#f0b257" />
      </svg>
      <OutLink href={href}>{c.var.site.name}</OutLink>
    </p>
  );
}

/** In place of what is not there: the host's page stays as it was. */
export function sendMissing(c: AppContext): Response {
  const { t, site, lang } = c.var;
  return sendEmbed(c, {
    title: t('catalog.embed.missing'),
    status: 404,
    children: (
      <div class="box">
        <p>{t('catalog.embed.missing')}</p>
        <EmbedFoot c={c} href={`${site.baseUrl}/${lang}`} />
      </div>
    ),
  });
}
