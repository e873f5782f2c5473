import { renderAsync } from '@resvg/resvg-js';
import type { TextFonts } from './fonts.ts';

/**
 * Draws an SVG of ours (never one from outside: text may name files) as PNG.
 * @param svg with its size in `width` and `height`; text in the family that `fonts` names
 */
export async function renderSvg(svg: string, fonts: TextFonts): Promise<Buffer> {
  const rendered = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [...fonts.files],
      defaultFontFamily: fonts.family.split(',')[0] ?? fonts.family,
    },
    imageRendering: 0,
    logLevel: 'off',
  });
  return rendered.asPng();
}

/** A text inside an SVG: its marks escaped, and what XML cannot carry left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

export interface TextBlock {
  readonly lines: readonly string[];
  /** Left edge; right edge where `rtl`. */
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly size: number;
  readonly lineHeight: number;
  readonly fill: string;
  readonly family: string;
  readonly rtl: boolean;
}

/** Lines of text as SVG, from the left or from the right. */
export function textBlock(block: TextBlock): string {
  const { lines, x, y, size, lineHeight, fill, family, rtl } = block;
  // The renderer takes every line for left to right: isolating marks make a right-to-left line of it, so that a Latin
  // word or an exclamation mark inside stands on its right side.
  const marked = (line: string): string => (rtl ? `\u2067${line}\u2069` : line);
  const anchor = rtl ? 'end' : 'start';
  return lines
    .map((line, index) => {
      const place = `x="${x}" y="${y + index * lineHeight}" text-anchor="${anchor}"`;
      const look = `font-family="${escapeXml(family)}" font-weight="700" font-size="${size}" fill="${fill}"`;
      return `<text ${place} ${look}>${escapeXml(marked(line))}</text>`;
    })
    .join('');
}
