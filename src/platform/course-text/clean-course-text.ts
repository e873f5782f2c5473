import { Parser } from 'htmlparser2';
import sanitize from 'sanitize-html';
import { allowed, isAllowedTag } from './allowed.ts';

/** Elements whose loss takes nothing from what is said. */
const silent = new Set(
  'html body font big blink nobr o:p picture source tbody label noindex meta link style title head'.split(
    ' ',
  ),
);

const empty = /<(span|div|p|em|strong|u|s|small)>\s*<\/\1>/g;
const bareSpan = /<span>((?:(?!<\/?span\b)[\s\S])*)<\/span>/g;

/**
 * The safe HTML of a course text: few elements, no script, no style, no picture of other sites, addresses of the course
 * as `file:ID` and `unit:ID`. What is clean stays as it is, to the letter.
 */
export function cleanCourseText(html: string): string {
  let text = once(html);
  // what falls away may bring together what was apart: until nothing changes
  for (let round = 0; round < 8; round += 1) {
    const next = once(text);
    if (next === text) return text;
    text = next;
  }
  return sanitize(text, { allowedTags: [], allowedAttributes: {} });
}

function once(html: string): string {
  const safe = sanitize(html.replaceAll('\0', ''), allowed);
  return safe.replace(bareSpan, '$1').replace(empty, '').replaceAll('<br></br>', '<br />').trim();
}

export interface CleanedText {
  readonly text: string;
  /** Names of elements that carried something and are gone: "script", "iframe", "form"; each once. */
  readonly lost: readonly string[];
}

/** Cleans, and tells what was taken out. */
export function tellingCleanCourseText(html: string): CleanedText {
  return { text: cleanCourseText(html), lost: lostElements(html) };
}

function lostElements(html: string): string[] {
  const lost = new Set<string>();
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!isAllowedTag(name) && !silent.has(name)) lost.add(name);
      if (name === 'img' && /^data:/i.test(attributes['src'] ?? '')) lost.add('img');
      if (Object.keys(attributes).some((each) => each.startsWith('on'))) lost.add('script');
      if (/^\s*javascript:/i.test(attributes['href'] ?? '')) lost.add('script');
    },
  });
  parser.write(html);
  parser.end();
  return [...lost].sort();
}
