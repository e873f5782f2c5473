import type { Element } from 'domhandler';
import { findAll } from 'domutils';
import type { BlockContent } from '../../content/blocks.ts';
import { lineOf } from './course-lines.ts';
import { filmLinkOf, webAddress } from './film-link.ts';
import type { LinkTarget } from './link-target.ts';
import { endingOf, fileName } from './package-files.ts';
import type { TextScene } from './text-scene.ts';

/** A film, sound, frame or object inside a page. */
export interface PageMedium {
  readonly content: BlockContent;
  readonly label: string;
  /** Captions in files of the package, by the page's own word. */
  readonly tracks: readonly { readonly path: string; readonly lang: string; readonly kind: string }[];
}

export const mediaTags = new Set(['video', 'audio', 'iframe', 'object', 'embed']);
const films = new Set(['mp4', 'm4v', 'webm', 'mov', 'ogv', 'mkv', 'avi', 'mpg', 'mpeg', 'wmv', 'flv', '3gp']);
const sounds = new Set(['mp3', 'm4a', 'ogg', 'oga', 'wav', 'aac', 'flac', 'opus', 'wma']);

/** What a medium of a page becomes; undefined when it leads nowhere. */
export function mediumOf(element: Element, scene: TextScene): PageMedium | undefined {
  const addresses = addressesOf(element);
  const [first] = addresses;
  if (first === undefined) return undefined;
  const target = bestOf(addresses.map((address) => ({ address, target: scene.follow(address) })));
  if (target === undefined) {
    scene.book.lost('medium-missing', first);
    return undefined;
  }
  const title = element.attribs['title'] ?? element.attribs['aria-label'] ?? '';
  if (target.kind === 'file')
    return { ...fileMedium(target, title, scene), tracks: tracksOf(element, scene) };
  return target.kind === 'abroad' ? linkedMedium(target.address, title, element, scene) : undefined;
}

function addressesOf(element: Element): string[] {
  const inside = findAll(
    ({ name }) => name === 'source' || name === 'param' || name === 'embed',
    element.children,
  );
  const said = [element, ...inside].flatMap(({ name, attribs }) =>
    name === 'param'
      ? /^(movie|src|url)$/i.test(attribs['name'] ?? '')
        ? [attribs['value']]
        : []
      : [attribs['src'] ?? attribs['data'] ?? attribs['data-src']],
  );
  return said.filter((address): address is string => address !== undefined && address.trim() !== '');
}

const bestOf = (found: readonly { target: LinkTarget }[]): LinkTarget | undefined =>
  found.find(({ target }) => target.kind === 'file')?.target ??
  found.find(({ target }) => target.kind === 'abroad')?.target;

function tracksOf(element: Element, { follow, book }: TextScene): PageMedium['tracks'] {
  return findAll(({ name }) => name === 'track', element.children).flatMap(({ attribs }) => {
    const target = follow(attribs['src'] ?? '');
    if (target.kind !== 'file') {
      book.lost('captions-missing', attribs['src'] ?? '');
      return [];
    }
    return [{ path: target.path, lang: attribs['srclang'] ?? '', kind: attribs['kind'] ?? 'subtitles' }];
  });
}

/** A block for a file of the package: film, sound, or a file to open. */
export function fileMedium(
  found: { readonly path: string; readonly name?: string },
  title: string,
  { files }: Pick<TextScene, 'files'>,
): Omit<PageMedium, 'tracks'> {
  const name = found.name ?? fileName(found.path);
  const file = files.use(found.path, name);
  const label = lineOf(title, name);
  const ending = endingOf(name);
  if (films.has(ending)) return { label, content: { type: 'video', file, tracks: [], download: true } };
  if (sounds.has(ending)) return { label, content: { type: 'audio', file, tracks: [] } };
  return { label, content: { type: 'file', file, label } };
}

function linkedMedium(
  address: string,
  title: string,
  element: Element,
  scene: TextScene,
): PageMedium | undefined {
  const url = webAddress(address);
  if (url === undefined) {
    scene.book.lost('medium-missing', address.slice(0, 80));
    return undefined;
  }
  const content = linkedContent(url.href, title, Number(element.attribs['height']));
  return { content, label: lineOf(title, url.host), tracks: [] };
}

/** A film of another site, or a page of it in a frame. */
export function linkedContent(url: string, title: string, height = 0): BlockContent {
  const link = filmLinkOf(url);
  if (link !== undefined) return { type: 'video', link, tracks: [], download: true };
  const tall = height >= 50 && height <= 4000 ? Math.round(height) : 480;
  return { type: 'embed', url, label: lineOf(title, URL.parse(url)?.host ?? url), height: tall };
}
