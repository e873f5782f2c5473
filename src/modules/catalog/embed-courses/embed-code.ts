import type { Site } from '../../../platform/http/site.ts';
import { absoluteUrl, queryString } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { xmlText } from '../../../platform/xml/xml-text.ts';
import type { EmbedTheme } from './send-embed.tsx';

export const embedKinds = ['course', 'badge', 'list', 'search'] as const;
export type EmbedKind = (typeof embedKinds)[number];

const heights: Readonly<Record<EmbedKind, number>> = { course: 250, badge: 84, list: 380, search: 130 };

export interface EmbedWish {
  readonly kind: EmbedKind;
  /** Address of the course or list; absent for the search field. */
  readonly slug?: string | undefined;
  readonly title: string;
  readonly lang: Lang;
  readonly theme: EmbedTheme;
}

export interface EmbedCode {
  /** Path of the frame, for the preview. */
  readonly frame: string;
  readonly height: number;
  /** A frame alone. */
  readonly iframe: string;
  /** A link that our script turns into the frame; without the script it is a link. */
  readonly script: string;
  /** The score as a picture, for places that take neither. */
  readonly picture?: string | undefined;
}

/** The codes that somebody copies into their own site. */
export function embedCode(site: Site, { kind, slug, title, lang, theme }: EmbedWish): EmbedCode {
  const address = slug === undefined ? '' : `/${encodeURIComponent(slug)}`;
  const query = queryString({ theme: theme === 'auto' ? undefined : theme });
  const frame = `/${lang}/embed/${kind}${address}${query}`;
  const height = heights[kind];
  const page = pageOf(site, { kind, slug, title, lang, theme });
  const name = xmlText(title);
  const look = theme === 'auto' ? '' : ` data-theme="${theme}"`;
  const svg = `${site.baseUrl}/${lang}/embed/badge${address}.svg${query}`;
  return {
    frame,
    height,
    iframe: `<iframe src="${xmlText(site.baseUrl + frame)}" title="${name}" width="100%" height="${height}" loading="lazy" frameborder="0"></iframe>`,
    script: `<a href="${xmlText(page)}" data-passerelle="${kind}"${look}>${name}</a>\n<script async src="${site.baseUrl}/embed.js"></script>`,
    picture:
      kind === 'badge'
        ? `<a href="${xmlText(page)}"><img src="${xmlText(svg)}" alt="${name}" height="44"></a>`
        : undefined,
  };
}

function pageOf(site: Site, { kind, slug = '', lang }: EmbedWish): string {
  if (kind === 'search') return absoluteUrl(site, lang, '/courses');
  return absoluteUrl(site, lang, `/${kind === 'list' ? 'lists' : 'courses'}/${encodeURIComponent(slug)}`);
}
