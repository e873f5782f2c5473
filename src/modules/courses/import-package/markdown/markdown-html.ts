import { render } from 'dom-serializer';
import { type Element, isTag, isText } from 'domhandler';
import { findAll } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { markdownFormat } from '../../../../platform/course-text/course-markdown.ts';
import { endingOf } from '../reading/package-files.ts';

/** Relative addresses stay: they are the package's own. */
const format = markdownFormat((address) => !/^\s*(javascript|vbscript|data|file):/i.test(address));

/** `$x^2$` and `$$ $$`, as many write formulas; a price in dollars has no such signs. */
const dollars = /\$\$([^$]{1,2000})\$\$|\$(?![\s\d$])([^$\n]{0,300}?[\\^_{=][^$\n]{0,300}?)(?<!\s)\$(?!\d)/y;
format.inline.ruler.before('escape', 'dollars', (state, silent) => {
  dollars.lastIndex = state.pos;
  const found = dollars.exec(state.src);
  if (found === null) return false;
  const [whole, display, inline = ''] = found;
  const written = display === undefined ? `\\(${inline}\\)` : `\\[${display.trim()}\\]`;
  if (!silent) state.push('text', '', 0).content = written;
  state.pos += whole.length;
  return true;
});

const media: Readonly<Record<string, string>> = {
  mp4: 'video',
  webm: 'video',
  ogv: 'video',
  mov: 'video',
  mp3: 'audio',
  ogg: 'audio',
  wav: 'audio',
  m4a: 'audio',
};
const kinds: Readonly<Record<string, string>> = {
  NOTE: 'note',
  INFO: 'note',
  TIP: 'tip',
  IMPORTANT: 'key',
  WARNING: 'warning',
  CAUTION: 'warning',
  EXAMPLE: 'example',
};

/** HTML of a page: pictures that are films become films, quotes that begin with `[!NOTE]` become callouts. */
export function htmlOfMarkdown(markdown: string): string {
  const page = parseDocument(format.render(markdown));
  for (const element of findAll(({ name }) => name === 'img' || name === 'blockquote', page.children)) {
    if (element.name === 'img') asMedium(element);
    else asCallout(element);
  }
  return render(page, { encodeEntities: 'utf8' });
}

function asMedium(element: Element): void {
  const name = media[endingOf((element.attribs['src'] ?? '').replace(/[?#].*$/s, ''))];
  if (name === undefined) return;
  element.name = name;
  element.attribs = { src: element.attribs['src'] ?? '', title: element.attribs['alt'] ?? '' };
}

function asCallout(element: Element): void {
  const paragraph = element.children.find(isTag);
  const first = paragraph?.children[0];
  if (first === undefined || !isText(first)) return;
  const kind = kinds[/^\s*\[!(\w+)\]/.exec(first.data)?.[1]?.toUpperCase() ?? ''];
  if (kind === undefined) return;
  first.data = first.data.replace(/^\s*\[!\w+\]\s*/, '');
  element.name = 'aside';
  element.attribs = { class: kind };
}

export type MarkdownPart =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'quiz' | 'gift'; readonly source: string };

/** Parts a page at its fenced blocks of questions; fences of code stay in the text. */
export function partsOf(markdown: string): MarkdownPart[] {
  const parts: MarkdownPart[] = [];
  let text: string[] = [];
  let fence: { mark: string; kind: 'quiz' | 'gift' | 'code'; lines: string[] } | undefined;
  const close = (): void => {
    if (text.join('').trim() !== '') parts.push({ kind: 'text', markdown: text.join('\n') });
    text = [];
  };
  for (const line of markdown.split('\n')) {
    const [, mark = '', info = ''] = /^ {0,3}(`{3,}|~{3,})\s*([^`]*)$/.exec(line) ?? [];
    if (fence === undefined && mark !== '') {
      const word = info
        .trim()
        .toLowerCase()
        .replace(/^\{?\.?|\}$/g, '');
      fence = { mark, kind: word === 'quiz' || word === 'gift' ? word : 'code', lines: [line] };
    } else if (fence === undefined) text.push(line);
    else if (mark.startsWith(fence.mark) && info.trim() === '') {
      if (fence.kind === 'code') text.push(...fence.lines, line);
      else {
        close();
        parts.push({ kind: fence.kind, source: fence.lines.slice(1).join('\n') });
      }
      fence = undefined;
    } else fence.lines.push(line);
  }
  if (fence !== undefined) text.push(...fence.lines);
  close();
  return parts;
}
