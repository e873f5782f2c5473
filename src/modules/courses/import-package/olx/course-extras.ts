import { z } from 'zod';
import type { section } from '../../content/course-content.ts';
import { elementsOf } from '../../../../platform/xml/xml-tree.ts';
import type { ItemReport, Note } from '../package-reader.ts';
import { webAddress } from '../reading/film-link.ts';
import { assetNameOf } from './course-files.ts';
import { readPage } from './course-html.ts';
import { jsonIn } from './json-attribute.ts';
import { type BlockDraft, type LeafScene, outcomeOf } from './leaf.ts';
import type { OlxNode } from './olx-tree.ts';
import { partIdOf } from '../reading/part-names.ts';

type Section = z.input<typeof section>;

export interface CourseExtras {
  readonly sections: readonly Section[];
  readonly items: readonly ItemReport[];
}

/** Pages and textbooks that stand beside the course's sections: each becomes a section behind them. */
export async function readExtras(course: OlxNode, scene: LeafScene): Promise<CourseExtras> {
  const pages = await tabPages(course, scene);
  const books = [...textbooks(course, scene), ...booksElsewhere(course)];
  return {
    sections: [...pages, ...books]
      .map(({ section: made }) => made)
      .filter(({ units }) => units[0]?.blocks.length),
    items: [...pages, ...books].map(({ item }) => item),
  };
}

interface Extra {
  readonly section: Section;
  readonly item: ItemReport;
}

const tabs = z.array(
  z.object({
    type: z.string(),
    name: z.string().nullish(),
    url_slug: z.string().nullish(),
    course_staff_only: z.boolean().nullish(),
  }),
);

async function tabPages({ attributes, xml }: OlxNode, scene: LeafScene): Promise<Extra[]> {
  const listed = jsonIn(attributes['tabs'], tabs) ?? [];
  const written = elementsOf(xml, 'static_tab').map((tab) => ({
    type: 'static_tab',
    name: tab.attributes['display_name'],
    url_slug: tab.attributes['url_name'],
    course_staff_only: false,
  }));
  const known = new Set(listed.map(({ url_slug: slug }) => slug));
  const wanted = [...listed, ...written.filter(({ url_slug: slug }) => !known.has(slug))];
  const extras: Extra[] = [];
  for (const { type, name, url_slug: slug, course_staff_only: hidden } of wanted) {
    if (type !== 'static_tab' || !slug || hidden === true) continue;
    const html = await scene.pack.text(`tabs/${slug}.html`);
    extras.push(html === undefined ? missing(slug, name ?? slug) : page(slug, name || slug, html, scene));
  }
  return extras;
}

function page(slug: string, title: string, html: string, scene: LeafScene): Extra {
  const { pieces, notes, scripted } = readPage(html, scene);
  const told: Note[] = scripted ? [...notes, { code: 'script-left-out' }] : [...notes];
  const contents = pieces.map((piece): BlockDraft =>
    typeof piece === 'string' ? { type: 'text', text: piece } : piece,
  );
  return extra('static_tab', slug, title, contents, told);
}

const missing = (slug: string, title: string): Extra => {
  const { section: made, item } = extra('static_tab', slug, title, [], []);
  return { section: made, item: { ...item, outcome: 'refused', notes: [{ code: 'content-missing' }] } };
};

function extra(
  type: string,
  name: string,
  title: string,
  contents: readonly BlockDraft[],
  notes: readonly Note[],
): Extra {
  const id = partIdOf(`${type}-${name}`);
  const blocks = contents.map((content, at) => ({ id: `${id.slice(0, 70)}-block-${at + 1}`, content }));
  const unit = { id: `${id.slice(0, 70)}-unit`, title: title.slice(0, 500), blocks };
  const part = blocks[0]?.id;
  return {
    section: { id, title: title.slice(0, 500), units: [unit] },
    item: { id: name, type, title, outcome: outcomeOf(notes), notes, ...(part !== undefined && { part }) },
  };
}

/** Textbooks of another site: `<textbook title="" book_url=""/>` beside the sections. */
const booksElsewhere = ({ xml }: OlxNode): Extra[] =>
  elementsOf(xml, 'textbook').map(({ attributes }, at) => {
    const url = webAddress(attributes['book_url'] ?? '');
    const title = attributes['title']?.trim() || String(at + 1);
    const missing: Note[] = url === undefined ? [{ code: 'no-address' }] : [];
    const link: BlockDraft[] =
      url === undefined ? [] : [{ type: 'embed', url: url.href, label: title.slice(0, 500) }];
    const made = extra('textbook', attributes['url_name'] ?? `book-${at + 1}`, title, link, missing);
    return url === undefined ? { ...made, item: { ...made.item, outcome: 'refused' } } : made;
  });

const books = z.array(
  z.object({
    tab_title: z.string().nullish(),
    id: z.string().nullish(),
    url: z.string().nullish(),
    chapters: z.array(z.object({ title: z.string().nullish(), url: z.string() })).nullish(),
  }),
);

/** Books in files of the course; a chapter that is not there is told. */
function textbooks({ attributes }: OlxNode, { files }: LeafScene): Extra[] {
  const listed = ['pdf_textbooks', 'html_textbooks'].flatMap((name) => jsonIn(attributes[name], books) ?? []);
  return listed.map((book, at) => {
    const title = book.tab_title?.trim() || String(at + 1);
    const chapters = book.chapters ?? (book.url ? [{ title, url: book.url }] : []);
    const notes: Note[] = [];
    const contents = chapters.flatMap(({ title: label, url }): BlockDraft[] => {
      const name = assetNameOf(url) ?? url;
      const file = files.use(name);
      if (file === undefined) notes.push({ code: 'file-missing', values: { name: name.slice(0, 120) } });
      return file === undefined ? [] : [{ type: 'file', file, label: (label?.trim() || name).slice(0, 500) }];
    });
    return extra('textbook', book.id ?? String(at + 1), title, contents, notes);
  });
}
