import { elementsBelow, elementsOf, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import type { PictureSize } from '../../qti/picture-places.ts';
import { abroad, type FollowLink } from '../../reading/link-target.ts';
import { type PackageFiles, unescaped } from '../../reading/package-files.ts';
import { sizeOfPicture } from '../../reading/picture-size.ts';
import type { QuestionScene } from './question-scene.ts';

/** Files that a question of an export brings along, written into the document in base64. */
export interface EmbeddedFiles {
  readonly follow: FollowLink;
  readonly pictureAt: QuestionScene['pictureAt'];
}

interface Embedded {
  readonly path: string;
  readonly name: string;
  /** "bgimage", or "dragimage" and the number of the piece. */
  readonly place: string;
  readonly size?: PictureSize;
}

/** @param document path of the export, `number` of the question in it */
export async function embeddedFiles(
  node: XmlNode,
  document: string,
  number: number,
  files: PackageFiles,
): Promise<EmbeddedFiles> {
  const found: Embedded[] = [];
  for (const file of elementsBelow(node, 'file')) {
    const { name = '', path = '/', encoding = 'base64' } = file.attributes;
    const bytes = Buffer.from(textIn(file), /^base64$/i.test(encoding) ? 'base64' : 'utf8');
    if (name === '' || bytes.length === 0) continue;
    const place = placeOf(file, node);
    const virtual = `${document}/${number}${place === '' ? '' : `/${place}`}${path}${name}`;
    files.embed(document, virtual, bytes);
    const size = place === 'bgimage' ? await sizeOfPicture(bytes) : undefined;
    found.push({ path: virtual, name, place, ...(size !== undefined && { size }) });
  }
  const named = (address: string): Embedded | undefined => {
    const said = /^@@PLUGINFILE@@\/([^?#]*)/.exec(address)?.[1];
    const path = said === undefined ? undefined : unescaped(said).normalize('NFC');
    return path === undefined
      ? undefined
      : found.find((each) => each.path.normalize('NFC').endsWith(`/${path}`));
  };
  return {
    follow: (address) => {
      const file = named(address);
      return file === undefined
        ? (abroad(address) ?? { kind: 'missing' })
        : { kind: 'file', path: file.path, name: file.name };
    },
    pictureAt: (area, item) => {
      const place = area === 'bgimage' ? area : `${area}-${item}`;
      const file = found.find((each) => each.place === place);
      if (file === undefined) return undefined;
      return { file: files.use(file.path, file.name), ...(file.size !== undefined && { size: file.size }) };
    },
  };
}

/** Files of the question itself are its background; those of a piece belong to it. */
function placeOf(file: XmlNode, question: XmlNode): string {
  if (elementsOf(question, 'file').includes(file)) return 'bgimage';
  const drag = elementsOf(question, 'drag').find((each) => elementsOf(each, 'file').includes(file));
  const [no] = elementsOf(drag, 'no');
  return drag === undefined ? '' : `dragimage-${textIn(no).trim()}`;
}
