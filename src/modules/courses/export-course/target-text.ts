import { Parser } from 'htmlparser2';
import { xmlText } from '../../../platform/xml/xml-text.ts';

/** Addresses that parts of the course have in the other format; undefined: it has none, the words of a link stay. */
export interface TargetLinks {
  file(id: string): string | undefined;
  unit(id: string): string | undefined;
}

const empty = new Set(['br', 'hr', 'img', 'wbr', 'col', 'mspace', 'none', 'mprescripts']);

function address(given: string, links: TargetLinks): string | undefined {
  const [, kind, id = '', fragment = ''] = /^(file|unit):([\w-]+)(#.*)?$/.exec(given) ?? [];
  if (kind === undefined) return given;
  const target = kind === 'file' ? links.file(id) : links.unit(id);
  return target === undefined ? undefined : target + fragment;
}

const attributeText = (attributes: Readonly<Record<string, string>>, links: TargetLinks): string =>
  Object.entries(attributes)
    .map(
      ([name, value]) => [name, name === 'href' || name === 'src' ? address(value, links) : value] as const,
    )
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${xmlText(value)}"`]))
    .join('');

/** Course text as well-formed XHTML, with the addresses of the other format in its links and pictures. */
export function targetText(html: string, links: TargetLinks): string {
  let text = '';
  const parser = new Parser({
    onopentag: (name, attributes) => {
      text += `<${name}${attributeText(attributes, links)}${empty.has(name) ? ' />' : '>'}`;
    },
    ontext: (words) => {
      text += xmlText(words).replaceAll('&quot;', '"');
    },
    onclosetag: (name) => {
      if (!empty.has(name)) text += `</${name}>`;
    },
  });
  parser.end(html);
  return text;
}

const marks = { '<': '&lt;', '>': '&gt;', '&': '&amp;' } as const;

/** A line of plain text as HTML. */
export const lineAsHtml = (line: string): string =>
  line.replace(/[<>&]/g, (mark) => marks[mark as keyof typeof marks]);
