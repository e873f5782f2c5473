import { elementAt, elementsOf } from '../../../../../platform/xml/xml-tree.ts';
import { xmlText } from '../../../../../platform/xml/xml-text.ts';
import type { Block, BlockContent } from '../../../content/blocks.ts';
import { textOfWords } from '../../reading/course-lines.ts';
import { cleanCourseText } from '../../../../../platform/course-text/clean-course-text.ts';
import { filmLinkOf, webAddress } from '../../reading/film-link.ts';
import { blockOf, pageBlocks } from '../../reading/page-blocks.ts';
import { fileMedium, linkedContent } from '../../reading/page-media.ts';
import { endingOf } from '../../reading/package-files.ts';
import type { BackupFile } from '../backup-files.ts';
import { type ActivityAt, sceneAt } from '../backup-scene.ts';
import { field, htmlField, isYes } from '../moodle-text.ts';

/** What stands above the content of most activities; nothing when nothing was written. */
export async function introBlocks(at: ActivityAt): Promise<Block[]> {
  const html = htmlField(at.content, 'intro');
  return html.trim() === '' ? [] : pageBlocks(html, `${at.name}-intro`, sceneAt(at, { area: 'intro' }));
}

export async function pageActivity(at: ActivityAt): Promise<Block[]> {
  const intro = isYes(at.content, 'printintro') ? await introBlocks(at) : [];
  return [
    ...intro,
    ...(await pageBlocks(htmlField(at.content, 'content'), at.name, sceneAt(at, { area: 'content' }))),
  ];
}

export const labelActivity = (at: ActivityAt): Promise<Block[]> =>
  pageBlocks(htmlField(at.content, 'intro'), at.name, sceneAt(at, { area: 'intro' }));

/** Chapters follow each other; chapters below another get smaller headings. */
export async function bookActivity(at: ActivityAt): Promise<Block[]> {
  const chapters = elementsOf(elementAt(at.content, 'chapters'), 'chapter').toSorted(
    (a, b) => Number(field(a, 'pagenum')) - Number(field(b, 'pagenum')),
  );
  const blocks = await introBlocks(at);
  for (const chapter of chapters) {
    if (isYes(chapter, 'hidden')) at.book.tell('unpublished-there');
    const level = isYes(chapter, 'subchapter') ? 'h3' : 'h2';
    const html = `<${level}>${xmlText(field(chapter, 'title'))}</${level}>${htmlField(chapter, 'content')}`;
    const id = chapter.attributes['id'] ?? '';
    blocks.push(...(await pageBlocks(html, `${at.name}-${id}`, sceneAt(at, { area: 'chapter', item: id }))));
  }
  return blocks.length > 0 ? blocks : pageBlocks('', at.name, sceneAt(at));
}

export async function urlActivity(at: ActivityAt): Promise<Block[]> {
  const address = field(at.content, 'externalurl');
  const url = webAddress(address);
  if (url === undefined) at.book.lost('link-unusable', address);
  const embedded = field(at.content, 'display') === '1';
  const content: BlockContent =
    url !== undefined && (embedded || filmLinkOf(url.href) !== undefined)
      ? linkedContent(url.href, at.title)
      : {
          type: 'text',
          text: cleanCourseText(`<p><a href="${xmlText(url?.href ?? '')}">${xmlText(at.title)}</a></p>`),
        };
  return [...(await introBlocks(at)), blockOf(at.backup.names, at.name, content)];
}

/** Files of an activity, in the order of their folders; those that the backup leaves out are told. */
export async function filesActivity(at: ActivityAt): Promise<Block[]> {
  const { links, names } = at.backup;
  const kept = links.filesAt({ context: at.activity.context, area: 'content' });
  const files = kept.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const blocks = await introBlocks(at);
  for (const file of files) {
    const path = links.pathOf(file);
    if (path === undefined) at.book.lost('file-missing', file.fileName);
    else
      blocks.push(
        blockOf(
          names,
          `${at.name}-${file.fileName}`,
          fileContent(file, path, files.length === 1 ? at.title : '', at),
        ),
      );
  }
  return blocks;
}

const pictures = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'svg']);

function fileContent(
  { fileName }: BackupFile,
  path: string,
  title: string,
  { backup }: ActivityAt,
): BlockContent {
  if (!pictures.has(endingOf(fileName))) return fileMedium({ path, name: fileName }, title, backup).content;
  const alt = textOfWords(title || fileName).replaceAll('"', '&quot;');
  return {
    type: 'text',
    text: `<figure><img src="file:${backup.files.use(path, fileName)}" alt="${alt}" /></figure>`,
  };
}

/** SCORM, H5P and the like: the package itself, to be brought in by itself. */
export async function packageActivity(at: ActivityAt): Promise<Block[]> {
  const { links, names } = at.backup;
  const [file] = links.filesAt({
    context: at.activity.context,
    area: at.activity.kind === 'imscp' ? 'backup' : 'package',
  });
  const path = file === undefined ? undefined : links.pathOf(file);
  const intro = await introBlocks(at);
  if (file === undefined || path === undefined) {
    const address = webAddress(field(at.content, 'reference'));
    at.book.lost('file-missing', field(at.content, 'reference') || at.title);
    return address === undefined
      ? intro
      : [...intro, blockOf(names, at.name, linkedContent(address.href, at.title))];
  }
  at.book.lost('package-as-file', file.fileName);
  return [
    ...intro,
    blockOf(names, at.name, fileMedium({ path, name: file.fileName }, at.title, at.backup).content),
  ];
}
