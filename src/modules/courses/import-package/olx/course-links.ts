import type { Note } from '../package-reader.ts';
import { webAddress } from '../reading/film-link.ts';
import { assetNameOf, decoded } from './course-files.ts';
import type { LeafScene } from './leaf.ts';

type LinkScene = Pick<LeafScene, 'files' | 'units'>;

/** What an address of the other platform becomes; without `href`, its words stay without a link. */
export interface RewrittenLink {
  readonly href?: string;
  readonly note?: Note;
}

const jumps = [
  /\/jump_to_id\/([^/?#]+)/,
  /\/jump_to\/.*?(?:block@|%40)([^/?#+@]+)/,
  /\/jump_to\/i4x:\/\/[^/]+\/[^/]+\/[^/]+\/([^/?#]+)/,
  /\/courseware\/[^/?#]+\/([^/?#]+)/,
  /\/courseware\/([^/?#]+)/,
];

/** A link in a text: to a file of the course, to another part of it, to another site. */
export function rewriteLink(address: string, scene: LinkScene): RewrittenLink {
  const plain = address.trim();
  if (plain === '' || plain.startsWith('#') || /^(mailto|tel):/i.test(plain)) return { href: plain };
  const file = rewriteFile(plain, scene);
  if (file) return file;
  for (const jump of jumps) {
    const name = jump.exec(plain)?.[1];
    if (name === undefined) continue;
    const unit = scene.units.get(decoded(name));
    return unit === undefined ? lost(plain) : { href: `unit:${unit}` };
  }
  if (webAddress(plain) === undefined) return lost(plain);
  return { href: plain.startsWith('//') ? `https:${plain}` : plain };
}

/** The file of the course that an address names; undefined where it names something else. */
export function rewriteFile(address: string, { files }: LinkScene): RewrittenLink | undefined {
  const name = assetNameOf(address);
  if (name === undefined) return undefined;
  // On another site the same words may mean a file of that site.
  if (webAddress(address) !== undefined && files.pathOf(name) === undefined) return undefined;
  const id = files.use(name);
  if (id === undefined) return { note: { code: 'file-missing', values: { name: shown(name) } } };
  return { href: `file:${id}` };
}

const lost = (address: string): RewrittenLink => ({
  note: { code: 'link-lost', values: { address: shown(address) } },
});

const shown = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}...` : text);
