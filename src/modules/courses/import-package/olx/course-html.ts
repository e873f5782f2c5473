import { tellingCleanCourseText } from '../../../../platform/course-text/clean-course-text.ts';
import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import type { Note } from '../package-reader.ts';
import { rewriteFile, rewriteLink } from './course-links.ts';
import { webAddress } from '../reading/film-link.ts';
import type { BlockDraft, LeafScene } from './leaf.ts';
import { embeddedIn } from './page-embeds.ts';
import { unfold } from './page-folds.ts';
import { pollOfButtons } from './page-polls.ts';
import {
  type AnyNode,
  attributeOf,
  type Element,
  elementsIn,
  htmlOf,
  isTag,
  type PageTree,
  pageTreeOf,
  removeElement,
  replaceByText,
  unwrap,
} from './page-tree.ts';

/** A page of the other platform, read. */
export interface ReadPage {
  /** Course texts, and between them what stands there in blocks of its own. */
  readonly pieces: readonly (string | BlockDraft)[];
  readonly notes: readonly Note[];
  readonly scripts: readonly PageScript[];
  /** Parts that answered clicks and now do without a script. */
  readonly replaced: number;
  /** Whether parts are left that did something by script. */
  readonly scripted: boolean;
  /** Whether there was anything but scripts and style sheets. */
  readonly hasBody: boolean;
}

export interface PageScript {
  readonly src?: string;
  readonly text: string;
}

/** Reads HTML into course texts and blocks beside them. */
export function readPage(html: string, scene: LeafScene): ReadPage {
  const tree = pageTreeOf(withMaths(html));
  if (tree === undefined) return tooDeep(html);
  const notes: Note[] = [];
  const scripts = takeScripts(tree);
  const hasBody =
    htmlOf(tree.children)
      .replace(/<!--[\s\S]*?-->/g, '')
      .trim() !== '';
  dropSigns(tree);
  const poll = pollOfButtons(tree);
  const { folded, hidden } = unfold(tree);
  if (folded > 0) notes.push({ code: 'folded' });
  if (hidden > 0) notes.push({ code: 'hidden-left-out' });
  rewriteAddresses(tree, scene, notes);
  const scripted = elementsIn(tree, isScripted).length > 0;
  const given =
    poll === undefined ? piecesOf(tree, scene, notes) : [{ ...poll, question: htmlOf(tree.children) }];
  if (poll) notes.push({ code: 'poll-of-buttons' });
  const pieces = given.map((piece) => cleaned(piece, notes)).filter((piece) => piece !== '');
  const replaced = folded + (poll ? 1 : 0);
  return { pieces, notes: distinct(notes), scripts, replaced, scripted, hasBody };
}

/** A text for a place that holds nothing but text, such as a question: films and frames in it become links. */
export function readText(
  html: string,
  scene: LeafScene,
): { readonly text: string; readonly notes: readonly Note[] } {
  const { pieces, notes } = readPage(html, scene);
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : linkTo(piece))).join('\n');
  return { text, notes };
}

function linkTo(piece: BlockDraft): string {
  const url = piece.type === 'video' ? piece.link?.url : piece.type === 'embed' ? piece.url : undefined;
  const file = 'file' in piece && typeof piece.file === 'string' ? `file:${piece.file}` : undefined;
  const href = url ?? file;
  const label = 'label' in piece ? piece.label : undefined;
  return href === undefined
    ? ''
    : tellingCleanCourseText(`<p><a href="${href}">${label ?? href}</a></p>`).text;
}

const tooDeep = (html: string): ReadPage => ({
  pieces: [tellingCleanCourseText(html).text],
  notes: [{ code: 'html-left-out', values: { what: 'HTML' } }],
  scripts: [],
  replaced: 0,
  scripted: false,
  hasBody: true,
});

/** The other platform's own marks for mathematics. */
const withMaths = (html: string): string =>
  html
    .replace(/\[mathjaxinline\]([\s\S]*?)\[\/mathjaxinline\]/g, '\\($1\\)')
    .replace(/\[mathjax\]([\s\S]*?)\[\/mathjax\]/g, '\\[$1\\]');

const dataScripts = /json|template|mathjax|x-handlebars/i;

function takeScripts(tree: PageTree): PageScript[] {
  const scripts: PageScript[] = [];
  for (const element of elementsIn(tree, ({ name }) =>
    ['script', 'style', 'link', 'meta', 'title', 'noscript'].includes(name),
  )) {
    if (element.name === 'script' && !dataScripts.test(attributeOf(element, 'type'))) {
      const src = attributeOf(element, 'src');
      scripts.push({ ...(src !== '' && { src }), text: htmlOf(element.children) });
    }
    removeElement(element);
  }
  return scripts;
}

/** Fonts draw icons from words such as `menu_book`; without the font, the word would stand there. */
function dropSigns(tree: PageTree): void {
  for (const element of elementsIn(tree, (each) =>
    /\bmaterial-(?:symbols|icons)/.test(attributeOf(each, 'class')),
  ))
    removeElement(element);
}

const isScripted = (element: Element): boolean =>
  Object.keys(element.attribs).some((name) => /^on[a-z]+$/.test(name)) ||
  ['button', 'canvas', 'form', 'input', 'select', 'textarea'].includes(element.name);

function rewriteAddresses(tree: PageTree, scene: LeafScene, notes: Note[]): void {
  for (const link of elementsIn(tree, (each) => each.name === 'a' && 'href' in each.attribs)) {
    const { href, note } = rewriteLink(attributeOf(link, 'href'), scene);
    if (note) notes.push(note);
    if (href === undefined) delete link.attribs['href'];
    else link.attribs['href'] = href;
  }
  for (const image of elementsIn(tree, ({ name }) => name === 'img')) rewriteImage(image, scene, notes);
}

function rewriteImage(image: Element, scene: LeafScene, notes: Note[]): void {
  const src = attributeOf(image, 'src');
  const file = rewriteFile(src, scene);
  if (file?.note) notes.push(file.note);
  if (file?.href !== undefined) image.attribs['src'] = file.href;
  else if (file) replaceByText(image, attributeOf(image, 'alt'));
  else if (webAddress(src)) {
    image.attribs['src'] = webAddress(src)?.href ?? src;
    notes.push({ code: 'picture-linked' });
  }
}

/** The page in pieces: what is embedded comes after the part of the page in which it stood. */
function piecesOf(tree: PageTree, scene: LeafScene, notes: Note[]): (string | BlockDraft)[] {
  const embedded = new Map(embeddedIn(tree, scene).map((each) => [each.element, each]));
  if (embedded.size === 0) return [htmlOf(tree.children)];
  const pieces: (string | BlockDraft)[] = [];
  let text = '';
  for (const node of topParts(tree)) {
    const here = isTag(node) ? elementsIn({ children: [node] }, (each) => embedded.has(each)) : [];
    const contents = here.flatMap((element) => {
      const { content, note } = embedded.get(element) ?? {};
      if (note) notes.push(note);
      if (element !== node) removeElement(element);
      return content ?? [];
    });
    text += isTag(node) && embedded.has(node) ? '' : htmlOf([node]);
    if (contents.length === 0) continue;
    pieces.push(text, ...contents);
    text = '';
  }
  return [...pieces, text];
}

const boxes = new Set(['div', 'section', 'article', 'main', 'html', 'body', 'center']);

/** Parts of the page; where all stands in one box, the parts of the box. */
function topParts(tree: PageTree): readonly AnyNode[] {
  const filled = tree.children.filter((node) => isTag(node) || htmlOf([node]).trim() !== '');
  const [only] = filled;
  if (filled.length === 1 && only && isTag(only) && boxes.has(only.name)) {
    const inside = { children: [...only.children] };
    unwrap(only);
    return topParts(inside);
  }
  return tree.children;
}

function cleaned(piece: string | BlockDraft, notes: Note[]): string | BlockDraft {
  if (typeof piece !== 'string')
    return piece.type === 'poll' ? { ...piece, question: shown(piece.question, notes) } : piece;
  return shown(piece, notes);
}

/** Elements whose words are kept where they are gone themselves. */
const wordsKept = new Set([
  'button',
  'script',
  'label',
  'fieldset',
  'legend',
  'map',
  'area',
  'svg',
  'picture',
]);

function shown(html: string, notes: Note[]): string {
  const { text, lost } = tellingCleanCourseText(html);
  for (const what of lost)
    if (!wordsKept.has(what) && !what.includes('-')) notes.push({ code: 'html-left-out', values: { what } });
  const empty = wordsOfCourseText(text).trim() === '' && !/<(img|hr|math)\b/.test(text);
  return empty ? '' : text;
}

export function distinct(notes: readonly Note[]): Note[] {
  const known = new Map(notes.map((note) => [JSON.stringify(note), note]));
  return [...known.values()];
}
