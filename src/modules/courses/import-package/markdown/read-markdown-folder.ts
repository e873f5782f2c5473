import type { Archive } from '../../../../platform/archives/archive.ts';
import { type CourseAbout, courseRules, type Unit } from '../../content/course-content.ts';
import type { Block } from '../../content/blocks.ts';
import { readGift } from '../gift/read-gift.ts';
import { questionBlocks } from '../moodle/questions/question-unit.ts';
import { type ItemReport, PackageUnreadable, type ReadPackage } from '../package-reader.ts';
import { archiveFolder } from '../reading/archive-folder.ts';
import { lineOf, textOfWords } from '../reading/course-lines.ts';
import { sectionsOf, type TreeEntry } from '../reading/course-tree.ts';
import { courseWord } from '../reading/course-words.ts';
import { abroad, type FollowLink } from '../reading/link-target.ts';
import { NoteBook, noteWith } from '../reading/note-book.ts';
import { blockOf, pageBlocks, type PageScene } from '../reading/page-blocks.ts';
import { fileMedium } from '../reading/page-media.ts';
import { fileName, folderOf, PackageFiles, pathFrom } from '../reading/package-files.ts';
import { PartNames } from '../reading/part-names.ts';
import { firstField } from './front-matter.ts';
import { type Folder, type FolderPage, isMarkdown, readFolder, spoken } from './folder-tree.ts';
import { htmlOfMarkdown, partsOf } from './markdown-html.ts';
import { readQuiz } from './task-list-quiz.ts';

interface Reading {
  readonly archive: Archive;
  readonly names: PartNames;
  readonly files: PackageFiles;
  readonly unitOf: Map<string, string>;
  readonly lang: string;
  readonly items: ItemReport[];
}

/** Reads a folder of Markdown: folders at the top are sections, pages are units; each page and file to open is one item. */
export async function readMarkdownFolder(whole: Archive, name: string): Promise<ReadPackage> {
  const top = topFolder(whole);
  const archive = archiveFolder(whole, top);
  const root = await readFolder(archive);
  const opening = root.pages.find(({ speaksOfFolder }) => speaksOfFolder) ?? onlyPage(root);
  const names = new PartNames();
  const told =
    opening === undefined
      ? ''
      : firstField(opening.matter, 'lang', 'language', 'locale').replaceAll('_', '-');
  const lang = /^[a-z]{2,3}(-[\w-]+)?$/i.test(told) ? told : 'en';
  const reading: Reading = {
    archive,
    names,
    files: new PackageFiles(archive, names),
    unitOf: new Map(),
    lang,
    items: [],
  };
  nameUnits(root, reading);
  const sections = sectionsOf(await entriesOf(root, reading), courseWord(lang, 'introduction'), names);
  if (sections.length === 0) throw new PackageUnreadable(noteWith('empty-package'));
  const below = top === '' ? '' : `${top}/`;
  const unused = archive.entries.filter(
    ({ path }) => !reading.files.uses(path) && !reading.unitOf.has(path) && !/(^|\/)\./.test(path),
  );
  return {
    format: 'markdown',
    content: {
      about: aboutCourse(opening, spoken(fileName(top) || name), lang),
      rules: courseRules.parse({}),
      sections,
      banks: [],
    },
    files: reading.files.used.map((file) => ({ ...file, path: below + file.path })),
    items: reading.items,
    notes: [
      ...(unused.length > 0
        ? [
            noteWith(
              'files-unused',
              unused.map(({ path }) => path),
            ),
          ]
        : []),
      ...(told === '' ? [noteWith('language-unknown')] : []),
    ],
  };
}

/** A page that is all there is speaks of the course. */
const onlyPage = ({ pages, folders }: Folder): FolderPage | undefined =>
  pages.length === 1 && folders.length === 0 && pages[0]?.kind === 'markdown' ? pages[0] : undefined;

/** Archives are often made of the folder itself: then its name is the course's. */
function topFolder(archive: Archive): string {
  const paths = archive.entries.map(({ path }) => path).filter((path) => !/(^|\/)(\.|__MACOSX\/)/.test(path));
  const [first = ''] = paths[0]?.split('/') ?? [];
  const alone = first !== '' && paths.every((path) => path.startsWith(`${first}/`));
  // a folder that only holds pages is a section, unless it is the only one and has its own opening
  return alone && paths.some((path) => path.split('/').length === 2 && isMarkdown(path)) ? first : '';
}

function nameUnits(folder: Folder, reading: Reading): void {
  for (const { path } of folder.pages) reading.unitOf.set(path, reading.names.next(`unit-${path}`));
  for (const below of folder.folders) nameUnits(below, reading);
}

async function entriesOf(folder: Folder, reading: Reading): Promise<TreeEntry[]> {
  const entries: TreeEntry[] = [];
  const files: FolderPage[] = [];
  for (const page of folder.pages) {
    // what no text names comes after all texts are read
    if (page.kind === 'file') files.push(page);
    else entries.push({ kind: 'unit', unit: await unitOf(page, reading) });
  }
  for (const below of folder.folders) {
    const opening = below.pages.find(({ speaksOfFolder }) => speaksOfFolder);
    const title = lineOf(opening?.title ?? spoken(fileName(below.path)), below.path, 300);
    const inside = await entriesOf(below, reading);
    if (inside.length > 0) entries.push({ kind: 'folder', title, entries: inside });
  }
  for (const page of files) entries.push(...fileEntry(page, reading));
  return entries;
}

function fileEntry(
  { path, title }: FolderPage,
  { files, names, items, unitOf: units }: Reading,
): TreeEntry[] {
  const book = new NoteBook();
  const item = { id: path, type: 'file', title: lineOf(title, path, 300) };
  if (files.uses(path)) {
    book.tell('used-in-texts');
    items.push(book.report(item));
    return [];
  }
  const block = blockOf(names, path, fileMedium({ path }, title, { files }).content);
  items.push(book.report({ ...item, part: block.id }));
  return [
    { kind: 'unit', unit: { id: units.get(path) ?? names.next(path), title: item.title, blocks: [block] } },
  ];
}

async function unitOf(page: FolderPage, reading: Reading): Promise<Unit> {
  const { names, items } = reading;
  const book = new NoteBook();
  const id = reading.unitOf.get(page.path) ?? names.next(page.path);
  const title = lineOf(page.title, fileName(page.path), 300);
  if (/^(true|yes)$/i.test(firstField(page.matter, 'draft'))) book.tell('unpublished-there');
  const scene: PageScene = {
    archive: reading.archive,
    names,
    files: reading.files,
    book,
    follow: followFrom(folderOf(page.path), reading),
  };
  const blocks = await blocksFor(page, id, scene, reading.lang);
  const minutes = Number.parseFloat(firstField(page.matter, 'minutes', 'duration'));
  const outcome = blocks.every(({ content }) => content.type === 'source') ? 'kept' : book.outcome;
  items.push({
    id: page.path,
    type: page.kind,
    title,
    outcome,
    notes: book.notes,
    ...(blocks[0] && { part: blocks[0].id }),
  });
  return { id, title, ...(minutes > 0 && minutes <= 600 && { minutes }), blocks: blocks.slice(0, 500) };
}

async function blocksFor(page: FolderPage, id: string, scene: PageScene, lang: string): Promise<Block[]> {
  if (page.kind === 'html') return pageBlocks(page.body, id, scene);
  const set = { name: id, title: page.title.slice(0, 300), lang };
  if (page.kind === 'gift')
    return readGift(page.body).flatMap(({ name, questions }) => [
      ...questionBlocks(questions, { ...set, title: name || set.title }, scene).blocks,
    ]);
  const parts = partsOf(page.body);
  const blocks: Block[] = [];
  for (const [n, part] of parts.entries()) {
    if (part.kind === 'text')
      blocks.push(...(await pageBlocks(htmlOfMarkdown(part.markdown), `${id}-${n + 1}`, scene)));
    else {
      const questions =
        part.kind === 'quiz'
          ? readQuiz(part.source)
          : readGift(part.source).flatMap((category) => category.questions);
      blocks.push(...questionBlocks(questions, { ...set, name: `${id}-${n + 1}`, title: '' }, scene).blocks);
    }
  }
  return blocks.length > 0 ? blocks : pageBlocks('', id, scene);
}

/** Links between pages, with or without their ending; a folder means the page that speaks of it. */
function followFrom(folder: string, { files, unitOf: units }: Reading): FollowLink {
  return (address) => {
    const known = abroad(address);
    if (known !== undefined) return known;
    const bare = pathFrom(folder, address.replace(/[?#].*$/s, ''));
    if (bare === undefined) return { kind: 'missing' };
    for (const way of [bare, `${bare}.md`, `${bare}/README.md`, `${bare}/index.md`, `${bare}/_index.md`]) {
      const path = files.find(way);
      const unit = path === undefined ? undefined : units.get(path);
      if (unit !== undefined && path !== undefined && isMarkdown(path)) return { kind: 'unit', id: unit };
      if (path !== undefined) return { kind: 'file', path };
    }
    return { kind: 'missing' };
  };
}

function aboutCourse(opening: FolderPage | undefined, name: string, lang: string): CourseAbout {
  const matter = opening?.matter ?? {
    fields: new Map<string, string>(),
    lists: new Map<string, readonly string[]>(),
  };
  const summary = firstField(matter, 'summary', 'description', 'subtitle');
  const list = (...keys: readonly string[]): string[] =>
    keys.flatMap(
      (key) =>
        matter.lists.get(key) ?? (matter.fields.get(key) === undefined ? [] : [matter.fields.get(key) ?? '']),
    );
  const author = list('author', 'authors', 'teachers');
  return {
    title: lineOf(opening?.title ?? name, name),
    lang,
    summary: lineOf(summary, '', 1000),
    description: textOfWords(summary),
    outcomes: list('outcomes', 'objectives')
      .slice(0, 30)
      .map((each) => lineOf(each, '–')),
    providers: list('provider', 'providers', 'organisation', 'organization')
      .slice(0, 10)
      .map((each) => lineOf(each, '–')),
    teachers: author.slice(0, 50).map((each) => ({ name: lineOf(each, '–'), about: '' })),
    subjects: list('tags', 'keywords', 'subjects')
      .slice(0, 20)
      .map((each) => lineOf(each, '–')),
    licence: lineOf(firstField(matter, 'licence', 'license'), '', 200),
    prerequisites: firstField(matter, 'prerequisites').slice(0, 2000),
  };
}
