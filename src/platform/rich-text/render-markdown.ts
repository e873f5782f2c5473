import type { Env, MarkdownIt, Token } from 'markdown-it';
import sanitize from 'sanitize-html';
import { headingTag } from './heading-tag.ts';
import { markdownFormat, pictureIdOf } from './markdown.ts';

/** What a page knows of one of its pictures. */
export interface ShownPicture {
  readonly src: string;
  /** Of the box, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Better formats first: { type: 'image/avif', srcset: '/a/320.avif 320w, ...' }. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
}

export type PictureOf = (id: string) => ShownPicture | undefined;

/** Longer texts are cut: no page of ours is meant to show them, and the parser's time grows with them. */
export const mostMarkdown = 200_000;

interface Scene {
  readonly pictureOf: PictureOf;
  /** Of scrolling tables, for screen readers. */
  readonly tableLabel: string;
}

/**
 * HTML of a text, safe to stand in a page whoever wrote it. `tableLabel` names tables, which scroll sideways inside
 * themselves.
 */
export function renderMarkdown(markdown: string, scene: Scene): string {
  const made = format.render(markdown.slice(0, mostMarkdown), { scene });
  return sanitize(made, allowed);
}

const sceneOf = (env: Env | undefined): Scene => env?.['scene'] as Scene;

const format = configured(markdownFormat());

function configured(made: MarkdownIt): MarkdownIt {
  made.core.ruler.push('figures', ({ tokens }) => figures(tokens));
  const rules = made.renderer.rules;
  rules['image'] = (tokens, at, _options, env) => picture(tokens[at], sceneOf(env), false);
  rules['figure'] = (tokens, at, _options, env) => picture(tokens[at], sceneOf(env), true);
  rules['table_open'] = (_tokens, _at, _options, env) =>
    `<div class="scroll" tabindex="0" role="region" aria-label="${escape(sceneOf(env).tableLabel)}"><table>`;
  rules['table_close'] = () => '</table></div>';
  rules['th_open'] = (tokens, at) => cell('th', tokens[at]);
  rules['td_open'] = (tokens, at) => cell('td', tokens[at]);
  rules['heading_open'] = (tokens, at) => `<${headingTag(tokens[at]?.tag)}>`;
  rules['heading_close'] = (tokens, at) => `</${headingTag(tokens[at]?.tag)}>`;
  rules['fence'] = rules['code_block'] = (tokens, at) =>
    `<pre dir="ltr" tabindex="0"><code>${escape(tokens[at]?.content ?? '')}</code></pre>`;
  return made;
}

function cell(tag: 'th' | 'td', token: Token | undefined): string {
  const side = /text-align:(left|center|right)/.exec(String(token?.attrGet('style') ?? ''))?.[1];
  const place = side === 'right' ? 'end' : side === 'center' ? 'centre' : undefined;
  const scope = tag === 'th' ? ' scope="col"' : '';
  return `<${tag}${scope}${place ? ` class="${place}"` : ''}>`;
}

/** A picture that is alone in its paragraph is a figure. */
function figures(tokens: Token[]): void {
  for (let at = 1; at < tokens.length - 1; at += 1) {
    const inline = tokens[at];
    const [only, ...more] = inline?.children ?? [];
    const open = tokens[at - 1];
    const close = tokens[at + 1];
    if (only?.type !== 'image' || more.length > 0 || open?.type !== 'paragraph_open' || !close) continue;
    only.type = 'figure';
    open.hidden = true;
    close.hidden = true;
  }
}

function picture(token: Token | undefined, { pictureOf }: Scene, alone: boolean): string {
  const address = String(token?.attrGet('src') ?? '');
  const alt = token?.content ?? '';
  const shown = pictureOf(pictureIdOf(address) ?? '');
  if (!shown) return foreignPicture(address, alt);
  const sources = shown.sources.map(
    ({ type, srcset }) =>
      `<source type="${type}" srcset="${escape(srcset)}" sizes="(min-width: 760px) 44rem, 100vw">`,
  );
  const image = `<img src="${escape(shown.src)}" alt="${escape(alt)}" width="${shown.width}" height="${shown.height}" loading="lazy" decoding="async">`;
  const whole = `<picture>${sources.join('')}${image}</picture>`;
  if (!alone) return whole;
  const caption = token?.attrGet('title');
  return `<figure>${whole}${caption ? `<figcaption>${escape(String(caption))}</figcaption>` : ''}</figure>\n`;
}

/** Pictures of other sites would tell them who reads here: they are links. One of ours that is gone leaves its words. */
function foreignPicture(address: string, alt: string): string {
  const words = escape(alt === '' ? address : alt);
  return /^https?:/i.test(address) ? `<a href="${escape(address)}">${words}</a>` : escape(alt);
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** The second wall: even a fault of the parser or of the rules above lets nothing else through. */
const allowed: sanitize.IOptions = {
  allowedTags: [
    ...[
      'h2',
      'h3',
      'h4',
      'p',
      'ul',
      'ol',
      'li',
      'blockquote',
      'hr',
      'br',
      'a',
      'em',
      'strong',
      'code',
      'pre',
    ],
    ...[
      'div',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'figure',
      'figcaption',
      'picture',
      'source',
      'img',
    ],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    ol: ['start'],
    pre: ['dir', 'tabindex'],
    div: ['tabindex', 'role', 'aria-label'],
    th: ['scope'],
    source: ['type', 'srcset', 'sizes'],
    img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
  },
  allowedClasses: { div: ['scroll'], th: ['end', 'centre'], td: ['end', 'centre'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [], source: [] },
  allowProtocolRelative: false,
  nestingLimit: 60,
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, ...relOf(attribs['href']) } }),
  },
};

/** Pages of others learn nothing of this one but its site, and get no hold of its window. */
const relOf = (href = ''): Record<string, string> => (/^https?:/i.test(href) ? { rel: 'noopener' } : {});
