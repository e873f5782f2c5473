import type { Section } from '../../content/course-content.ts';
import type { ItemReport, Note } from '../package-reader.ts';
import type { Converted } from '../reading/converted.ts';
import { lineOf, textOfWords } from '../reading/course-lines.ts';
import { sectionsOf, type TreeEntry } from '../reading/course-tree.ts';
import { type CourseWord, courseWord } from '../reading/course-words.ts';
import { NoteBook, type NoteCode, noteWith } from '../reading/note-book.ts';
import { endingOf } from '../reading/package-files.ts';
import { blockOf } from '../reading/page-blocks.ts';
import { refusedFor } from '../reading/source-block.ts';
import type { Cartridge } from './cartridge-scene.ts';
import { convertResource } from './convert-resource.ts';
import { looseItems } from './loose-items.ts';
import type { Resource } from './manifest.ts';
import type { Leaf, OutlinePlan, Planned } from './outline-plan.ts';
import type { ResourceKind } from './resource-kind.ts';
import { toolBlock } from './tool-link.ts';
import { linkConverted } from './web-link.ts';

export interface FilledOutline {
  readonly sections: Section[];
  readonly items: readonly ItemReport[];
  readonly notes: readonly Note[];
}

/** Converts every place of the outline, then what stands beside it, then files that no text uses; each is one item. */
export async function fillOutline(
  cartridge: Cartridge,
  outline: readonly Planned[],
  beside: readonly Leaf[],
  plan: OutlinePlan,
  lang: string,
): Promise<FilledOutline> {
  const filling = new Filling(cartridge, lang);
  const inside = await filling.entries(outline);
  const isItem = ({ resource }: Leaf): boolean =>
    resource !== undefined && cartridge.kinds.get(resource) === 'question-item';
  const outside = await filling.byKind(beside.filter((leaf) => !isItem(leaf)));
  // after the tests, which ask most of them
  const loose = await looseItems(cartridge, beside.filter(isItem), courseWord(lang, 'questions'));
  filling.items.push(...loose.items);
  if (loose.unit !== undefined)
    outside.push(folderOf(courseWord(lang, 'questions'), [{ kind: 'unit', unit: loose.unit }]));
  const { unused, assets } = restOf(cartridge, plan, filling);
  const files = await filling.byKind(unused.map((resource) => plan.leafOf(resource)));
  for (const resource of assets)
    filling.report(plan.leafOf(resource), refusedFor('page-asset', resource.href ?? ''));
  const rest = [...outside, ...files];
  const tree =
    inside.length === 0 || rest.length === 0
      ? [...inside, ...rest]
      : [...inside, folderOf(courseWord(lang, 'outside'), rest)];
  return {
    sections: sectionsOf(tree, courseWord(lang, 'introduction'), cartridge.names),
    items: filling.items,
    notes: restNotes(cartridge, filling),
  };
}

const folderOf = (title: string, entries: readonly TreeEntry[]): TreeEntry => ({
  kind: 'folder',
  title,
  entries,
});

const assetEndings = new Set(['css', 'js', 'map', 'woff', 'woff2', 'ttf', 'eot', 'xsd', 'dtd']);

/** Files of the manifest that no place names: those that texts use are items already told by the text. */
function restOf(
  cartridge: Cartridge,
  plan: OutlinePlan,
  filling: Filling,
): { unused: Resource[]; assets: Resource[] } {
  const files = cartridge.manifest.resources.filter(
    (each) => cartridge.kinds.get(each) === 'file' && !plan.placed.has(each),
  );
  const unused: Resource[] = [];
  const assets: Resource[] = [];
  for (const resource of files) {
    const path = cartridge.files.find(resource.href ?? resource.files[0] ?? '');
    if (path !== undefined && cartridge.files.uses(path)) {
      const book = new NoteBook();
      book.tell('used-in-texts');
      filling.report(plan.leafOf(resource), {
        blocks: [],
        outcome: 'converted',
        notes: book.notes,
        title: path,
      });
    } else if (assetEndings.has(endingOf(path ?? ''))) assets.push(resource);
    else unused.push(resource);
  }
  return { unused, assets };
}

function restNotes({ archive, files, manifest, kinds }: Cartridge, filling: Filling): Note[] {
  const ofKind = (kind: ResourceKind): Resource[] =>
    manifest.resources.filter((each) => kinds.get(each) === kind);
  const listed = new Set(
    manifest.resources.flatMap((each) => [each.href ?? '', ...each.files]).map((file) => files.find(file)),
  );
  const unlisted = archive.entries.filter(
    ({ path }) =>
      !listed.has(path) && !files.uses(path) && !/^(imsmanifest\.xml$|course_settings\/)/.test(path),
  );
  const rest = manifest.resources
    .filter((each) => !/^(settings|variant)$/.test(kinds.get(each) ?? ''))
    .flatMap((each) => each.files.filter((file) => file !== (each.href ?? each.files[0])))
    .filter((file) => archive.has(file) && !files.uses(file) && !filling.read.has(file));
  const some = (code: NoteCode, whats: readonly string[]): Note[] =>
    whats.length === 0 ? [] : [noteWith(code, whats)];
  return [
    ...some(
      'platform-settings',
      ofKind('settings').map(({ identifier }) => identifier),
    ),
    ...some(
      'variants-left-out',
      ofKind('variant').map(({ identifier }) => identifier),
    ),
    ...some('files-unused', [...new Set([...rest, ...unlisted.map(({ path }) => path)])]),
  ];
}

const wordOf: Partial<Record<ResourceKind, CourseWord>> = {
  page: 'pages',
  file: 'files',
  'web-link': 'links',
  discussion: 'discussions',
  assessment: 'questions',
  'question-bank': 'questions',
  'question-item': 'questions',
  tool: 'links',
  assignment: 'assignments',
};

class Filling {
  readonly items: ItemReport[] = [];
  /** Documents that were read, though no text names them. */
  readonly read = new Set<string>();
  readonly #cartridge: Cartridge;
  readonly #lang: string;

  constructor(cartridge: Cartridge, lang: string) {
    this.#cartridge = cartridge;
    this.#lang = lang;
  }

  async entries(planned: readonly Planned[]): Promise<TreeEntry[]> {
    const entries: TreeEntry[] = [];
    for (const [n, each] of planned.entries()) {
      if (each.kind === 'folder') entries.push(folderOf(each.title, await this.entries(each.entries)));
      else if (each.kind === 'leaf') entries.push(...(await this.leaf(each.leaf)));
      else
        entries.push(
          this.#heading(
            each,
            planned.slice(n + 1).some(({ kind }) => kind === 'leaf'),
          ),
        );
    }
    return entries;
  }

  /** Leaves that have no place of their own, in folders by what they are. */
  async byKind(leaves: readonly Leaf[]): Promise<TreeEntry[]> {
    const folders = new Map<CourseWord, TreeEntry[]>();
    for (const leaf of leaves) {
      const kind = leaf.resource === undefined ? undefined : this.#cartridge.kinds.get(leaf.resource);
      const word = wordOf[kind ?? 'unknown'] ?? 'others';
      const units = await this.leaf(leaf);
      if (units.length > 0) folders.set(word, [...(folders.get(word) ?? []), ...units]);
    }
    return [...folders].map(([word, entries]) => folderOf(courseWord(this.#lang, word), entries));
  }

  async leaf(leaf: Leaf): Promise<TreeEntry[]> {
    const converted = await this.#convert(leaf);
    const title = this.report(leaf, converted);
    if (leaf.resource !== undefined) for (const file of leaf.resource.files) this.read.add(file);
    if (converted.blocks.length === 0) return [];
    return [{ kind: 'unit', unit: { id: leaf.unit, title, blocks: converted.blocks.slice(0, 500) } }];
  }

  report(leaf: Leaf, { title, outcome, notes, blocks }: Converted): string {
    const named = lineOf(leaf.title || title || '', leaf.identifier || leaf.unit, 300);
    const shown = leaf.published ? notes : [...notes, noteWith('unpublished-there')];
    const [part] = blocks;
    this.items.push({
      id: leaf.identifier,
      type: leaf.type,
      title: named,
      outcome,
      notes: dedupe(shown),
      ...(part !== undefined && { part: part.id }),
    });
    return named;
  }

  async #convert(leaf: Leaf): Promise<Converted> {
    const { names } = this.#cartridge;
    if (
      leaf.again !== undefined &&
      leaf.resource !== undefined &&
      this.#cartridge.kinds.get(leaf.resource) !== 'file'
    ) {
      const text = `<p><a href="unit:${leaf.again}">${textOfWords(leaf.title || leaf.identifier)}</a></p>`;
      const book = new NoteBook();
      book.tell('placed-twice');
      return {
        blocks: [blockOf(names, `${leaf.unit}-again`, { type: 'text', text })],
        outcome: 'converted',
        notes: book.notes,
      };
    }
    if (leaf.resource !== undefined) return convertResource(this.#cartridge, leaf, leaf.resource);
    if (leaf.url === undefined) return refusedFor('resource-missing', leaf.missing ?? '');
    if (!/Tool/.test(leaf.type))
      return linkConverted(this.#cartridge, leaf, { address: leaf.url, title: leaf.title, framed: false });
    const book = new NoteBook();
    const block = toolBlock(names, leaf.unit, { url: leaf.url, title: leaf.title }, book);
    return { blocks: [block], outcome: book.outcome, notes: book.notes };
  }

  /** A heading with nothing below it is a unit without text, so that it is not lost. */
  #heading({ identifier, title }: { identifier: string; title: string }, above: boolean): TreeEntry {
    this.items.push({ id: identifier, type: 'heading', title, outcome: 'converted', notes: [] });
    if (above) return { kind: 'heading', title };
    const { names } = this.#cartridge;
    const block = blockOf(names, `heading-${identifier}`, { type: 'text', text: '' });
    return {
      kind: 'unit',
      unit: { id: names.next(`unit-${identifier}`), title: lineOf(title, identifier), blocks: [block] },
    };
  }
}

const dedupe = (notes: readonly Note[]): Note[] =>
  notes.filter((note, n) => notes.findIndex(({ code }) => code === note.code) === n);
