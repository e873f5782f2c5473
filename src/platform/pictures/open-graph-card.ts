import type { FontBook } from './fonts.ts';
import { renderSvg, textBlock } from './render-svg.ts';
import { isRightToLeft } from './scripts.ts';
import { drawable, wrapText } from './wrap-text.ts';

/** What the picture says that a messenger or a social network shows beside a link. */
export interface OpenGraphCard {
  /** Name of the site. */
  readonly brand: string;
  readonly title: string;
  /** Who gives it: "University of Example". */
  readonly byline?: string;
  /** One short line: "Opens on 12 January · 6 weeks · free". */
  readonly facts?: string;
  /** Language of the title. */
  readonly lang: string;
}

export const openGraphSize = { width: 1200, height: 630 };

const colours = {
  paper: '#fbf8f3',
  ink: '#1b2a33',
  soft: '#566570',
  bridge: '#0f5c6e',
  saffron: '#c77d12',
  line: '#e2d9c9',
};
const margin = 80;
const inner = openGraphSize.width - 2 * margin;

/**
 * Draws the card as a PNG of 1200 x 630. A line in a script for which the machine has no font is left out (drawn, it
 * would be a row of empty boxes): without a title the card still carries the brand.
 */
export function drawOpenGraphCard(card: OpenGraphCard, fonts: FontBook): Promise<Buffer> {
  const rtl = isRightToLeft(card.title);
  const all = [card.brand, card.title, card.byline ?? '', card.facts ?? ''].map(drawable);
  const [brand = '', title = '', byline = '', facts = ''] = all.map((text) =>
    fonts.fontsFor(text, card.lang).missing.length > 0 ? '' : text,
  );
  const used = fonts.fontsFor([brand, title, byline, facts].join(' '), card.lang);
  const x = rtl ? openGraphSize.width - margin : margin;
  const line = (text: string, y: number, sizes: number[], fill: string): string => {
    const { lines, size } = wrapText(text, card.lang, { width: 760, maxLines: 1, sizes });
    return textBlock({ lines, x, y, size, lineHeight: size, fill, family: used.family, rtl });
  };
  const wrapped = wrapText(title, card.lang, { width: inner, maxLines: 3, sizes: [84, 76, 68, 60] });
  const lineHeight = Math.round(wrapped.size * 1.14);
  const first = 330 + wrapped.size * 0.35 - ((wrapped.lines.length - 1) * lineHeight) / 2;
  const titleBlock = {
    ...wrapped,
    x,
    y: Math.round(first),
    lineHeight,
    fill: colours.ink,
    family: used.family,
    rtl,
  };
  const brandX = rtl ? x - 76 : x + 76;
  const brandLine = {
    lines: [brand],
    x: brandX,
    y: 122,
    size: 38,
    lineHeight: 38,
    fill: colours.ink,
    family: used.family,
  };
  const svg = [
    frame(rtl),
    textBlock({ ...brandLine, rtl }),
    textBlock(titleBlock),
    line(byline, 520, [34, 30, 26], colours.bridge),
    line(facts, 566, [28, 25, 22], colours.soft),
    '</svg>',
  ];
  return renderSvg(svg.join(''), used);
}

/** Paper, the bridge that crosses it, and the small bridge of the logo. */
function frame(rtl: boolean): string {
  const { width, height } = openGraphSize;
  const logo = rtl ? width - margin - 58 : margin;
  const side = rtl ? `translate(${width} 0) scale(-1 1)` : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<g transform="${side}" fill="none" stroke-linecap="round" stroke-width="22">`,
    `<path d="M900 640 A190 190 0 0 1 1280 640" stroke="${colours.line}"/>`,
    `<path d="M900 640 A190 190 0 0 1 979 486" stroke="${colours.saffron}"/>`,
    `</g>`,
    `<path d="M${logo} 122 a29 29 0 0 1 58 0" fill="none" stroke="${colours.bridge}" stroke-width="9" stroke-linecap="round"/>`,
    `<rect y="${height - 12}" width="${width}" height="12" fill="${colours.bridge}"/>`,
  ].join('');
}
