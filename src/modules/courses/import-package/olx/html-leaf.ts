import { elementsOf, textIn, xmlInside } from '../../../../platform/xml/xml-tree.ts';
import type { Note } from '../package-reader.ts';
import { assetNameOf } from './course-files.ts';
import { type PageScript, type ReadPage, readPage } from './course-html.ts';
import { scriptKind } from './html-scripts.ts';
import { type ConvertedLeaf, keptAsSource, type LeafScene, outcomeOf } from './leaf.ts';
import type { OlxPackage } from './olx-package.ts';
import type { OlxNode } from './olx-tree.ts';
import { packPage } from './web-page.ts';

/** The HTML of an html leaf: in a file that it names, beside its definition, or inside it. */
export async function htmlOfLeaf(node: OlxNode, pack: OlxPackage): Promise<string | undefined> {
  const named = node.xml.attributes['filename'] ?? node.attributes['filename'];
  const names = [named, node.name].flatMap((name) => (name ? [name, name.replaceAll(':', '/')] : []));
  const folders = new Set([node.folder, 'html'].filter((folder) => folder !== ''));
  // words that stand alone are HTML themselves there, whether escaped or in CDATA
  const inside = elementsOf(node.xml).length > 0 ? xmlInside(node.xml) : textIn(node.xml);
  if (inside.trim() !== '') return inside;
  for (const folder of folders)
    for (const name of names)
      for (const path of [`${folder}/${name}.html`, `${folder}/${name}`]) {
        const text = await pack.text(path);
        if (text !== undefined) return text;
      }
  return named === undefined && node.missing !== true ? inside : undefined;
}

/** A text, with what stood in it as frames and films beside it. */
export async function readHtmlLeaf(node: OlxNode, scene: LeafScene): Promise<ConvertedLeaf> {
  const html = await htmlOfLeaf(node, scene.pack);
  if (html === undefined) return { blocks: [], outcome: 'refused', notes: [{ code: 'content-missing' }] };
  const page = readPage(html, scene);
  const scripts = await unknownScripts(page.scripts, scene);
  if (page.pieces.length === 0) return nothingShown({ ...node, source: html }, page, scripts, scene);
  const running = await runPages(page, scene);
  const notes = [...running.notes, ...scriptNotes(page, scripts)];
  return { blocks: running.pieces.map(blockOf), outcome: outcomeOf(notes), notes };
}

const pages = /\.x?html?$/i;

/** Pages of the package that stood in a frame run in a frame again, apart from this site. */
async function runPages(page: ReadPage, scene: LeafScene): Promise<Pick<ReadPage, 'pieces' | 'notes'>> {
  const notes: Note[] = [];
  const pieces: ReadPage['pieces'][number][] = [];
  for (const piece of page.pieces) {
    const path =
      typeof piece !== 'string' && piece.type === 'file' ? scene.files.placeOf(piece.file) : undefined;
    const packed =
      path !== undefined && pages.test(path) ? await packPage(path, usualHeight, scene) : undefined;
    if (packed === undefined || typeof piece === 'string') {
      pieces.push(piece);
      continue;
    }
    if (piece.type === 'file') scene.files.leave(piece.file);
    pieces.push(packed.content);
    notes.push({ code: 'page-apart' });
    for (const host of packed.outside) notes.push({ code: 'page-outside', values: { host } });
  }
  const ran = notes.length > 0;
  return { pieces, notes: [...page.notes.filter(({ code }) => !ran || code !== 'page-as-file'), ...notes] };
}
const usualHeight = 600;

const blockOf = (piece: ReadPage['pieces'][number]): ConvertedLeaf['blocks'][number] => ({
  content: typeof piece === 'string' ? { type: 'text', text: piece } : piece,
});

function scriptNotes(page: ReadPage, unknown: readonly PageScript[]): Note[] {
  const looks = page.scripts.length > unknown.length ? [{ code: 'looks-left-out' }] : [];
  const lost = page.scripted || (unknown.length > 0 && page.replaced === 0);
  return lost ? [{ code: 'script-left-out' }] : looks;
}

/** A leaf without words or pictures: style sheets, scripts for the rest of the page, or a place that a script fills. */
function nothingShown(
  node: OlxNode,
  page: ReadPage,
  unknown: readonly PageScript[],
  scene: LeafScene,
): ConvertedLeaf {
  const fills = page.hasBody && (unknown.length > 0 || page.scripted);
  if (fills) return keptAsSource(node, { code: 'script-fills' });
  const outside = unknown.every(({ src }) => src !== undefined);
  const harmless = unknown.length === 0 || (outside && scene.scriptsAccounted);
  const code = page.scripts.length === 0 ? 'nothing-shown' : 'looks-left-out';
  const notes: Note[] = [...page.notes, { code: harmless ? code : 'script-left-out' }];
  return { blocks: [], outcome: outcomeOf(notes), notes };
}

/** Scripts that may do more than change looks. One that lies outside the package cannot be looked into. */
async function unknownScripts(
  scripts: readonly PageScript[],
  { pack, files }: LeafScene,
): Promise<readonly PageScript[]> {
  const unknown: PageScript[] = [];
  for (const script of scripts) {
    const path = script.src === undefined ? undefined : files.pathOf(assetNameOf(script.src) ?? '');
    const outside = path === undefined ? undefined : await pack.text(path);
    if (scriptKind(outside ?? script.text) === 'unknown') unknown.push(script);
  }
  return unknown;
}

/**
 * Whether scripts that stand apart from the pages they serve need no word of their own: what answered clicks does without
 * them now, or what is lost is told where it is lost.
 */
export async function scriptsAccounted(leaves: readonly OlxNode[], scene: LeafScene): Promise<boolean> {
  for (const leaf of leaves.filter(({ type }) => type === 'html')) {
    const html = await htmlOfLeaf(leaf, scene.pack);
    const page = html === undefined ? undefined : readPage(html, scene);
    if (page === undefined || page.pieces.length === 0) continue;
    if (page.replaced > 0 || page.scripted || hidesParts(page)) return true;
  }
  return false;
}

const hidesParts = (page: ReadPage): boolean => page.notes.some(({ code }) => code === 'hidden-left-out');
