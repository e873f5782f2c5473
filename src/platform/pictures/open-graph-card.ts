import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { CoverDrawing, type CourseCoverProps } from '../ui/course-cover.tsx';
import { coverSize } from '../ui/cover-scenes.tsx';
import type { FontBook } from './fonts.ts';
import { renderSvg, textBlock } from './render-svg.ts';
import { isRightToLeft } from './scripts.ts';
import { drawable, wrapText, type Box } from './wrap-text.ts';

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
  /** The drawn cover of a course, shown at the side; without it the bridge of the house stands below. */
  readonly cover?: CourseCoverProps;
}

export const openGraphSize = { width: 1200, height: 630 };

const colours = {
  paper: '#fbf8f3',
  ink: '#1b2a33',
  soft: '#566570',
  bridge: '#0f5c6e',
  saffron: '#c77d12',
  sun: '#e8a13a',
  line: '#e2d9c9',
};
const margin = 76;
const coverWidth = 400;

/** Where things stand. */
interface Plan {
  readonly rtl: boolean;
  readonly lang: string;
  readonly family: string;
  /** Edge at which lines begin. */
  readonly x: number;
  /** The title in the first of these that takes it whole, else in the last. */
  readonly title: readonly Box[];
  /** Width of the small lines. */
  readonly small: number;
}

/**
 * Draws the card as a PNG of 1200 x 630. A line in a script for which the machine has no font is left out (drawn, it
 * would be a row of empty boxes): without a title the card still carries the brand.
 */
export function drawOpenGraphCard(card: OpenGraphCard, fonts: FontBook): Promise<Buffer> {
  const writable = (text = ''): string =>
    fonts.fontsFor(text, card.lang).missing.length > 0 ? '' : drawable(text);
  const [brand, title, byline, facts] = [card.brand, card.title, card.byline, card.facts].map(writable);
  const used = fonts.fontsFor([brand, title, byline, facts].join(' '), card.lang);
  const plan = planOf(card, used.family);
  const svg = [
    ground(),
    card.cover ? sideCover(card.cover, plan.rtl) : bridge(plan.rtl),
    brandLine(brand ?? '', plan),
    titleLines(title ?? '', plan),
    smallLine(byline ?? '', plan, 516, [34, 30, 26], colours.bridge),
    smallLine(facts ?? '', plan, 562, [28, 25, 22], colours.soft),
    '</svg>',
  ];
  return renderSvg(svg.join(''), used);
}

function planOf(card: OpenGraphCard, family: string): Plan {
  const rtl = isRightToLeft(card.title);
  const width = openGraphSize.width - 2 * margin - (card.cover ? coverWidth : 0);
  return {
    rtl,
    lang: card.lang,
    family,
    x: rtl ? openGraphSize.width - margin : margin,
    title: card.cover
      ? [
          { width, maxLines: 3, sizes: [68, 60] },
          { width, maxLines: 4, sizes: [54, 46] },
        ]
      : [{ width, maxLines: 3, sizes: [84, 76, 68, 60] }],
    small: card.cover ? width : 760,
  };
}

function titleLines(title: string, { lang, title: boxes, ...plan }: Plan): string {
  const tried = boxes.map((box) => wrapText(title, lang, box));
  const { lines, size } = tried.find((one) => !one.cut) ?? tried.at(-1) ?? { lines: [], size: 60 };
  const lineHeight = Math.round(size * 1.14);
  const middle = 316 + size * 0.35;
  const y = Math.round(middle - ((lines.length - 1) * lineHeight) / 2);
  return textBlock({ ...plan, lines, size, lineHeight, y, fill: colours.ink });
}

function smallLine(text: string, plan: Plan, y: number, sizes: readonly number[], fill: string): string {
  const { lines, size } = wrapText(text, plan.lang, { width: plan.small, maxLines: 1, sizes });
  return textBlock({ ...plan, lines, size, lineHeight: size, y, fill });
}

/** The small bridge and the name beside it. */
function brandLine(brand: string, plan: Plan): string {
  const left = plan.rtl ? plan.x - 65 : plan.x;
  const name = { ...plan, x: plan.rtl ? plan.x - 84 : plan.x + 84, y: 112 };
  return [
    `<g transform="translate(${left} 72) scale(1.9)" fill="none" stroke-linecap="round">`,
    `<path d="M2 21C6 7 28 7 32 21" stroke="${colours.bridge}" stroke-width="3.4"/>`,
    `<path d="M2 21h30" stroke="${colours.ink}" stroke-width="2"/>`,
    `<circle cx="17" cy="10.6" r="3" fill="${colours.sun}"/></g>`,
    textBlock({ ...name, lines: [brand], size: 38, lineHeight: 38, fill: colours.ink }),
  ].join('');
}

function ground(): string {
  const { width, height } = openGraphSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
  ].join('');
}

function sideCover(cover: CourseCoverProps, rtl: boolean): string {
  const { width, height } = openGraphSize;
  const place = `x="${rtl ? 0 : width - coverWidth}" width="${coverWidth}" height="${height}"`;
  const plane = `viewBox="0 0 ${coverSize.width} ${coverSize.height}" preserveAspectRatio="xMidYMid slice"`;
  return `<svg ${place} ${plane}>${renderToString(h(CoverDrawing, cover))}</svg>`;
}

function bridge(rtl: boolean): string {
  const { width, height } = openGraphSize;
  const side = rtl ? `translate(${width} 0) scale(-1 1)` : '';
  return [
    `<g transform="${side}" fill="none" stroke-linecap="round" stroke-width="22">`,
    `<path d="M900 640 A190 190 0 0 1 1280 640" stroke="${colours.line}"/>`,
    `<path d="M900 640 A190 190 0 0 1 979 486" stroke="${colours.saffron}"/></g>`,
    `<rect y="${height - 12}" width="${width}" height="12" fill="${colours.bridge}"/>`,
  ].join('');
}
