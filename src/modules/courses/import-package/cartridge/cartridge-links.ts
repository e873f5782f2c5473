import { abroad, type FollowLink, type LinkTarget } from '../reading/link-target.ts';
import { type PackageFiles, pathFrom, unescaped } from '../reading/package-files.ts';

/** What the addresses of a cartridge may name. */
export interface LinkMap {
  readonly files: PackageFiles;
  /** Units by identifier of resource, module or assignment, and by path of a page. */
  readonly unitOf: ReadonlyMap<string, string>;
  /** Paths by identifier of a file's resource. */
  readonly pathOf: ReadonlyMap<string, string>;
}

const fileBase = /^\$IMS[-_]CC[-_]FILEBASE\$\/?/i;
const wikiBase = /^\$WIKI_REFERENCE\$\/(?:pages|wiki)\/([^/?#]+)/;
const objectBase = /^\$CANVAS_(?:OBJECT|COURSE)_REFERENCE\$\/(?:[\w]+)\/([^/?#]+)/;

/** How addresses lead on from a page in this folder, with the signs that platforms put for "this package". */
export function followFrom(map: LinkMap, folder: string): FollowLink {
  return (address) => {
    const plain = address.trim().replace(/%24/g, '$');
    if (!plain.startsWith('$')) return abroad(plain) ?? inPackage(map, [pathFrom(folder, plain), plain]);
    const page = wikiBase.exec(plain)?.[1];
    if (page !== undefined) return byName(map, unescaped(page));
    const object = objectBase.exec(plain)?.[1];
    if (object !== undefined) return byName(map, unescaped(object));
    if (!fileBase.test(plain)) return { kind: 'missing' };
    const path = plain.replace(fileBase, '');
    return inPackage(map, [
      `web_resources/${path}`,
      path,
      pathFrom(folder, path),
      pathFrom('web_resources', path),
      ...media(path),
    ]);
  };
}

/** Canvas names uploaded films by a folder that the package calls otherwise. */
const media = (path: string): string[] =>
  /^(?:media_objects|media_attachments)/.test(path) ? [`web_resources/${path}`] : [];

function byName(map: LinkMap, name: string): LinkTarget {
  const unit = map.unitOf.get(name) ?? map.unitOf.get(`wiki_content/${name}.html`);
  if (unit !== undefined) return { kind: 'unit', id: unit };
  const path = map.pathOf.get(name);
  return path === undefined ? { kind: 'missing' } : { kind: 'file', path };
}

function inPackage(map: LinkMap, ways: readonly (string | undefined)[]): LinkTarget {
  for (const way of ways) {
    const path = way === undefined || way === '' ? undefined : map.files.find(way);
    if (path === undefined) continue;
    const unit = map.unitOf.get(path);
    return unit === undefined ? { kind: 'file', path } : { kind: 'unit', id: unit };
  }
  return { kind: 'missing' };
}
