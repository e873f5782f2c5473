import type { Archive } from '../../../../platform/archives/archive.ts';
import { xmlCharacters } from '../../../../platform/xml/xml-tree.ts';
import { endingOf, fileName, folderOf } from '../reading/package-files.ts';
import { firstField, type FrontMatter, readFrontMatter } from './front-matter.ts';

/** A page of the folder: Markdown, HTML, or questions in GIFT. */
export interface FolderPage {
  readonly path: string;
  readonly kind: 'markdown' | 'html' | 'gift' | 'file';
  readonly matter: FrontMatter;
  /** Without the heading that became the title. */
  readonly body: string;
  readonly title: string;
  /** "README.md", "index.md": it speaks of its folder. */
  readonly speaksOfFolder: boolean;
}

export interface Folder {
  readonly path: string;
  readonly pages: FolderPage[];
  readonly folders: Folder[];
}

const opening = /^(readme|index|_index)\.(md|markdown|html?)$/i;
const hiddenPart = /(^|\/)(\.|node_modules\/|__MACOSX\/|_site\/)/;
const kinds: Readonly<Record<string, FolderPage['kind']>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  gift: 'gift',
};
/** Files that learners open, where no text names them. */
const toOpen = new Set(
  'pdf docx doc odt pptx ppt odp xlsx xls ods csv mp4 webm mov mp3 ogg wav m4a epub ipynb'.split(' '),
);

export const isMarkdown = (path: string): boolean =>
  /\.(md|markdown|gift)$/i.test(path) && !hiddenPart.test(path);

/** Reads the pages of a folder, in the order of numbers in their names. */
export async function readFolder(archive: Archive): Promise<Folder> {
  const root: Folder = { path: '', pages: [], folders: [] };
  for (const { path } of archive.entries) {
    const kind = kinds[endingOf(path)] ?? (toOpen.has(endingOf(path)) ? 'file' : undefined);
    if (
      kind === undefined ||
      hiddenPart.test(path) ||
      /^(summary|_sidebar|license|contributing|changelog|code_of_conduct)\.md$/i.test(fileName(path))
    )
      continue;
    folderAt(root, folderOf(path)).pages.push(await readPage(archive, path, kind));
  }
  inOrder(root, await summaryOrder(archive));
  return root;
}

function folderAt(root: Folder, path: string): Folder {
  let at = root;
  for (const step of path.split('/').filter((each) => each !== '')) {
    const below = at.path === '' ? step : `${at.path}/${step}`;
    let next = at.folders.find((folder) => folder.path === below);
    if (next === undefined) at.folders.push((next = { path: below, pages: [], folders: [] }));
    at = next;
  }
  return at;
}

async function readPage(archive: Archive, path: string, kind: FolderPage['kind']): Promise<FolderPage> {
  const speaksOfFolder = opening.test(fileName(path));
  const text = kind === 'file' ? '' : xmlCharacters(await archive.read(path));
  const matter =
    kind === 'markdown' ? readFrontMatter(text) : { fields: new Map(), lists: new Map(), body: text };
  const { title, body } =
    kind === 'markdown' ? withoutTitle(matter.body) : { title: htmlTitle(text, kind), body: text };
  const plain = speaksOfFolder
    ? spoken(fileName(folderOf(path)))
    : spoken(fileName(path).replace(/\.\w+$/, ''));
  return {
    path,
    kind,
    matter,
    body,
    title: firstField(matter, 'title', 'name') || title || (kind === 'file' ? fileName(path) : plain),
    speaksOfFolder,
  };
}

/** The first heading of the first level is the page's title, where nothing but blank lines stands above it. */
function withoutTitle(body: string): { title: string; body: string } {
  const [whole, hash, lined] =
    /^\s*(?:# +([^\n]{1,500}?)[ \t#]{0,80}|([^\n#>\-*\s][^\n]{0,500})\n=+[ \t]*)(?:\n|$)/.exec(body) ?? [];
  const title = (hash ?? lined ?? '')
    .replace(/[*_`]/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();
  return whole === undefined || title === ''
    ? { title: '', body }
    : { title, body: body.slice(whole.length) };
}

const htmlTitle = (text: string, kind: FolderPage['kind']): string =>
  kind === 'html' ? (/<title[^>]*>([^<]{1,300})<\/title>/i.exec(text)?.[1] ?? '').trim() : '';

/** "01-what-soil-is" is "What soil is". */
export function spoken(name: string): string {
  const words =
    name
      .replace(/^[\d.]+[\s._)-]+(?=\D)/, '')
      .replace(/[_-]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || name;
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Pages that a table of contents (mdBook, GitBook) names stand as it says. */
async function summaryOrder(archive: Archive): Promise<ReadonlyMap<string, number>> {
  const entry = archive.entries.find(({ path }) => /^(src\/)?SUMMARY\.md$/.test(path));
  if (entry === undefined) return new Map();
  const text = (await archive.read(entry.path)).toString('utf8');
  const named = [...text.matchAll(/\]\(\.?\/?([^)#\s]+\.md)\)/g)].map(
    ([, path = '']) => `${entry.path.startsWith('src/') ? 'src/' : ''}${path}`,
  );
  return new Map(named.map((path, n) => [path, n]));
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function inOrder(folder: Folder, listed: ReadonlyMap<string, number>): void {
  const place = ({ path, matter, speaksOfFolder }: FolderPage): number => {
    if (speaksOfFolder) return -Infinity;
    const told =
      listed.get(path) ??
      Number.parseFloat(firstField(matter, 'order', 'weight', 'nav_order', 'sidebar_position', 'position'));
    return Number.isFinite(told) ? told : Infinity;
  };
  const first = (each: Folder): number =>
    Math.min(Infinity, ...each.pages.map(({ path }) => listed.get(path) ?? Infinity));
  folder.pages.sort((a, b) => compare(place(a), place(b)) || byName.compare(a.path, b.path));
  folder.folders.sort((a, b) => compare(first(a), first(b)) || byName.compare(a.path, b.path));
  for (const below of folder.folders) inOrder(below, listed);
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
