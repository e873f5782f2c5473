import { render } from 'dom-serializer';
import { Comment, type Element, isTag } from 'domhandler';
import { append, findAll, findOne, removeElement, replaceElement } from 'domutils';
import { parseDocument, Parser } from 'htmlparser2';
import {
  cleanCourseText,
  tellingCleanCourseText,
} from '../../../../platform/course-text/clean-course-text.ts';
import type { PageMedium } from './page-media.ts';
import { mediaTags, mediumOf } from './page-media.ts';
import { rewriteLinks } from './rewrite-links.ts';
import type { TextScene } from './text-scene.ts';

/** What a page of HTML becomes: texts and media in their order. */
export type PagePart = { readonly text: string } | { readonly medium: PageMedium };

/** In lists and tables a medium cannot part the text: it follows after the whole of it. */
const whole = new Set(['table', 'ul', 'ol', 'dl', 'details', 'a', 'blockquote', 'aside']);
const deepest = 300;

/** The parts of a page; none when there is nothing on it. */
export function pageParts(html: string, scene: TextScene): PagePart[] {
  const page = parseDocument(shallow(html, scene));
  rewriteLinks(page, scene);
  const media: PageMedium[] = [];
  for (const element of findAll(({ name }) => mediaTags.has(name), page.children)) {
    const medium = ancestorsOf(element).some(({ name }) => mediaTags.has(name))
      ? undefined
      : mediumOf(element, scene);
    if (medium === undefined) removeElement(element);
    else media.push(placed(element, medium, media.length));
  }
  const body = findOne(({ name }) => name === 'body', page.children);
  return splitAtMedia(render(body?.children ?? page.children, { encodeEntities: 'utf8' }), media, scene);
}

/** Puts a mark where the text is to be parted; the mark says which elements are open there. */
function placed(element: Element, medium: PageMedium, n: number): PageMedium {
  const above = ancestorsOf(element).filter(({ name }) => name !== 'body' && name !== 'html');
  const outermost = above.findLast(({ name }) => whole.has(name));
  const open = above.slice(outermost === undefined ? 0 : above.indexOf(outermost) + 1);
  const mark = new Comment(`medium:${n}:${open.map(({ name }) => name).join(' ')}`);
  if (outermost === undefined) replaceElement(element, mark);
  else {
    removeElement(element);
    append(lastMarkAfter(outermost), mark);
  }
  return medium;
}

/** Several media of one table keep their order behind it. */
function lastMarkAfter(element: Element): Element | Comment {
  let last: Element | Comment = element;
  while (last.next instanceof Comment) last = last.next;
  return last;
}

/** From the nearest one outwards. */
function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = element.parent; at !== null; at = at.parent) if (isTag(at)) found.push(at);
  return found;
}

function splitAtMedia(written: string, media: readonly PageMedium[], scene: TextScene): PagePart[] {
  const pieces = written.split(/<!--medium:(\d+):([a-z0-9 ]*)-->/);
  const parts: PagePart[] = [];
  let reopened = '';
  for (let at = 0; at < pieces.length; at += 3) {
    const text = cleaned(reopened + (pieces[at] ?? ''), scene);
    if (text !== '') parts.push({ text });
    const medium = media[Number(pieces[at + 1] ?? -1)];
    if (medium !== undefined) parts.push({ medium });
    const open = (pieces[at + 2] ?? '').split(' ').filter((name) => name !== '');
    reopened = open
      .reverse()
      .map((name) => `<${name}>`)
      .join('');
  }
  return parts;
}

function cleaned(html: string, { book }: TextScene): string {
  const { text, lost } = tellingCleanCourseText(html);
  for (const name of lost) book.lost('elements-lost', name);
  return text;
}

/** A page that nests without end is flattened before anything walks it. */
function shallow(html: string, { book }: TextScene): string {
  let depth = 0;
  let most = 0;
  const parser = new Parser({
    onopentag: () => void (most = Math.max(most, (depth += 1))),
    onclosetag: () => void (depth -= 1),
  });
  parser.write(html);
  parser.end();
  if (most <= deepest) return html;
  book.lost('nested-without-end');
  return cleanCourseText(html);
}
