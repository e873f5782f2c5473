import { textWidth } from '../../../platform/ui/text-width.ts';
import { xmlText } from '../../../platform/xml/xml-text.ts';

export interface BadgeWords {
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** "4.6"; absent where nobody has rated yet. */
  readonly value?: string | undefined;
  readonly basis: string;
  readonly dark: boolean;
}

const height = 44;
const colours = {
  light: { paper: '#fffdf9', line: '#e2d9c9', ink: '#1b2a33', soft: '#52616b', star: '#9a5b00' },
  dark: { paper: '#1b2830', line: '#2b3b45', ink: '#ece6db', soft: '#a9b7bf', star: '#f0b257' },
} as const;
const star = 'M10 1l2.8 6 6.6.8-4.9 4.5 1.3 6.5L10 15.6l-5.8 3.2 1.3-6.5L.6 7.8 7.2 7z';

/** The score as a picture that needs nothing else: no style, no font, no script, so that any page may show it. */
export function badgeSvg({ name, dir, value, basis, dark }: BadgeWords): string {
  const { paper, line, ink, soft, star: starColour } = colours[dark ? 'dark' : 'light'];
  const textStart = 48;
  const width = Math.ceil(
    textStart + Math.max(textWidth(name, 13) + rating(value), textWidth(basis, 12)) + 16,
  );
  const at = (x: number) => (dir === 'rtl' ? width - x : x);
  const text = (x: number, y: number, words: string, look: string) =>
    `<text x="${at(x)}" y="${y}" direction="${dir}" ${look}>${xmlText(words)}</text>`;
  const label = value === undefined ? `${name}: ${basis}` : `${name}: ${value}, ${basis}`;
  const nameEnd = textStart + textWidth(name, 13) + 10;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${xmlText(label)}">`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="9.5" fill="${paper}" stroke="${line}"/>`,
    `<g transform="translate(${dir === 'rtl' ? width - 38 : 10} 8)"><rect width="28" height="28" rx="6" fill="#0f5c6e"/>`,
    '<path d="M4.400 20C7.500 6 20.500 6 23.600 20M4.400 20h19.200" fill="none" stroke="#fbf8f3" stroke-width="2.400"/>',
    '<circle cx="14" cy="10.500" r="2.600" fill="#f0b257"/></g>',
    `<g font-family="system-ui,Segoe UI,Roboto,Noto Sans,sans-serif">`,
    text(textStart, 19, name, `font-size="13" font-weight="700" fill="${ink}"`),
    ...(value === undefined
      ? []
      : [
          `<path transform="translate(${at(nameEnd) - (dir === 'rtl' ? 14 : 0)} 7) scale(.7)" d="${star}" fill="${starColour}"/>`,
          text(nameEnd + 18, 19, value, `font-size="13" font-weight="700" fill="${starColour}"`),
        ]),
    text(textStart, 35, basis, `font-size="12" fill="${soft}"`),
    '</g></svg>',
  ].join('');
}

/** Room for the star and the figure beside the name. */
const rating = (value: string | undefined): number => (value === undefined ? 0 : 30 + textWidth(value, 13));
