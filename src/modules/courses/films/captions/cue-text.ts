import { withoutControls } from '../../../../platform/text/clean-text.ts';

/**
 * The text of a cue: plain text with the few tags of WebVTT (b, i, u, c, v, lang, ruby, rt and times inside a line).
 * Everything else that looks like markup is taken out; what only looks like it ("a < b") stays, escaped.
 */
export interface CleanedCue {
  readonly text: string;
  /** Whether tags had to go. */
  readonly lost: boolean;
}

const plainTags = new Set(['b', 'i', 'u', 'ruby', 'rt', 'c']);
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

/** `&amp;`, `&#39;` and the like as what they mean; what is no such thing stays. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name: string) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) return code > 0x1f && code <= 0x10ffff ? safeCharacter(code) : '';
    return named[name?.toLowerCase()] ?? whole;
  });

const safeCharacter = (code: number): string =>
  code >= 0xd800 && code <= 0xdfff ? '' : String.fromCodePoint(code);

const escape = (text: string): string =>
  withoutControls(decodeEntities(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

// A tag begins with a letter, a slash or a digit (a time); no tag is longer than its cue.
const tag = /<(\/?[a-z!?][^<>]*|\/|\d{1,4}:[\d:.]*)>/gi;
/** Marks of other formats: {\an8} of SubStation, {y:i} of MicroDVD. */
const braces = /\{(?:\\[a-z0-9][^{}]*|[cfnpsy]:[^{}]*)\}/gi;

/** Makes one cue's text safe and well-formed. */
export function cleanCueText(given: string): CleanedCue {
  let lost = false;
  const open: string[] = [];
  const text = given.replace(braces, () => ((lost = true), ''));
  let written = '';
  let from = 0;
  for (const match of text.matchAll(tag)) {
    written += escape(text.slice(from, match.index));
    from = match.index + match[0].length;
    const kept = keptTag(match[1] ?? '', open);
    if (kept === undefined) lost = true;
    else written += kept;
  }
  written += escape(text.slice(from));
  for (const name of open.reverse()) written += `</${name}>`;
  return { text: withoutEmptyLines(written), lost };
}

/** The tag as we write it, empty where it closes what is not open; undefined for a tag that captions do not have. */
function keptTag(inside: string, open: string[]): string | undefined {
  if (/^\d/.test(inside)) return /^(?:\d{2,4}:)?\d{2}:\d{2}\.\d{3}$/.test(inside) ? `<${inside}>` : undefined;
  const [, slash = '', name = '', classes = '', annotation = ''] =
    /^(\/?)([a-z]+)((?:\.[\w-]+)*)(?:\s+([\s\S]*))?$/i.exec(inside) ?? [];
  const known = name.toLowerCase();
  const speaks = known === 'v' || known === 'lang';
  if (!plainTags.has(known) && !speaks) return undefined;
  if (slash) return closed(known, open);
  const said = escape(annotation.replace(/\s+/g, ' ').trim()).slice(0, 200);
  if (known === 'lang' && !/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(said)) return undefined;
  if (known === 'v' && said === '') return undefined;
  open.push(known);
  return `<${known}${known === 'c' ? classes : ''}${speaks ? ` ${said}` : ''}>`;
}

/** Closes a tag and what was left open inside it. */
function closed(name: string, open: string[]): string {
  const at = open.lastIndexOf(name);
  if (at < 0) return '';
  return open
    .splice(at)
    .reverse()
    .map((each) => `</${each}>`)
    .join('');
}

const withoutEmptyLines = (text: string): string =>
  text
    .split('\n')
    .map(withoutSpaceAtEnd)
    .filter((line) => line.trim() !== '')
    .join('\n');

/** Read from the end: a pattern would begin anew at each of a million spaces. */
function withoutSpaceAtEnd(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ' || line[end - 1] === '\t') end -= 1;
  return line.slice(0, end);
}

/** What is said, without markup, on one line; the voice before it: "Ada: Good morning." */
export const plainCue = (text: string): string =>
  decodeEntities(
    text
      .replace(/<v(?:\.[\w-]+)* ([^>]*)>/g, (_, voice: string) => `${voice}: `)
      .replace(/<rt>[^<]*<\/rt>|<[^<>]*>/g, '')
      .replace(/\s*\n\s*/g, ' '),
  ).trim();

/** The text as an author edits it: tags as they are, everything else as it reads. `cleanCueText` reads it again. */
export const editableCue = (text: string): string =>
  text
    .replaceAll('&gt;', '>')
    .replace(/&lt;(?![a-z!?/\d])/gi, '<')
    .replace(/&amp;(?!(?:#\w{1,7}|\w{2,8});)/g, '&');
