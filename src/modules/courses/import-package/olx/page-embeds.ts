import type { Note } from '../package-reader.ts';
import { decoded } from './course-files.ts';
import { rewriteFile } from './course-links.ts';
import { filmPageOf, webAddress } from '../reading/film-link.ts';
import type { BlockDraft, LeafScene } from './leaf.ts';
import { attributeOf, type Element, elementsIn, type PageTree, wordsIn } from './page-tree.ts';

/** What stands in a page as a frame, a film or a sound, and what becomes of it beside the text. */
export interface Embedded {
  readonly element: Element;
  readonly content?: BlockDraft;
  readonly note?: Note;
}

const embedding = new Set(['iframe', 'object', 'embed', 'video', 'audio', 'frame']);

/** Every embedded piece once: an `<embed>` within its `<object>` is the same piece. */
export function embeddedIn(tree: PageTree, scene: LeafScene): Embedded[] {
  const found = elementsIn(tree, ({ name }) => embedding.has(name));
  const outer = found.filter((element) => !found.some((other) => other !== element && holds(other, element)));
  return outer.map((element) => ({ element, ...embeddedAs(element, scene) }));
}

function holds(outer: Element, inner: Element): boolean {
  for (let at = inner.parent; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

function embeddedAs(element: Element, scene: LeafScene): Omit<Embedded, 'element'> {
  const address = addressesOf(element)[0];
  if (address === undefined) return { note: { code: 'embed-left-out', values: { what: element.name } } };
  const link = filmPageOf(address);
  if (link) return { content: { type: 'video', link }, note: { code: 'film-beside' } };
  const file = rewriteFile(address, scene);
  if (file) return fileBeside(element, address, file.href?.slice('file:'.length), file.note);
  const url = webAddress(address);
  if (url === undefined) return { note: { code: 'embed-left-out', values: { what: address.slice(0, 120) } } };
  if (element.name === 'video') return { content: { type: 'video', link: { site: 'other', url: url.href } } };
  const height = Number.parseInt(attributeOf(element, 'height'), 10);
  const usable = height >= 50 && height <= 4000 ? { height } : {};
  return { content: { type: 'embed', url: url.href, label: labelOf(element, url.hostname), ...usable } };
}

function addressesOf(element: Element): string[] {
  const sources = elementsIn(
    { children: element.children },
    ({ name }) => name === 'source' || name === 'embed',
  );
  return [element, ...sources]
    .flatMap((each) => [attributeOf(each, 'src'), attributeOf(each, 'data'), attributeOf(each, 'data-src')])
    .filter((address) => address.trim() !== '');
}

const pages = /\.x?html?$/i;
const films = /\.(mp4|webm|mov|m4v|ogv)$/i;
const sounds = /\.(mp3|ogg|oga|m4a|wav|aac|flac|opus)$/i;

function fileBeside(
  element: Element,
  address: string,
  file: string | undefined,
  note: Note | undefined,
): Omit<Embedded, 'element'> {
  if (file === undefined) return note === undefined ? {} : { note };
  const name =
    decoded(address.replace(/[?#].*$/, ''))
      .split(/[/@]/)
      .at(-1) ?? address;
  const label = labelOf(element, name);
  // A page of the package with its own scripts would have to run somewhere; here it is a file to download.
  if (pages.test(name))
    return { content: { type: 'file', file, label }, note: { code: 'page-as-file', values: { name } } };
  if (films.test(name)) return { content: { type: 'video', file }, note: { code: 'film-beside' } };
  if (sounds.test(name)) return { content: { type: 'audio', file }, note: { code: 'film-beside' } };
  return { content: { type: 'file', file, label }, note: { code: 'file-beside', values: { name } } };
}

function labelOf(element: Element, otherwise: string): string {
  const said = attributeOf(element, 'title') || attributeOf(element, 'aria-label') || wordsIn([element]);
  return (said.trim() || otherwise).slice(0, 500);
}
