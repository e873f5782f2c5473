import { open } from 'node:fs/promises';
import { type Archive, ArchiveRefused } from '../../../platform/archives/archive.ts';
import { openLoneFile } from '../../../platform/archives/lone-file.ts';
import { openArchive } from '../../../platform/archives/open-archive.ts';
import { rootName } from '../../../platform/xml/root-name.ts';
import { xmlCharacters } from '../../../platform/xml/xml-tree.ts';

/** Endings of documents that are read without being packed, as a form may name them. */
export const bareEndings = ['gift', 'md', 'markdown', 'xml', 'qti', 'txt'] as const;

/** A name without the endings of packages and documents: it names the course where the package does not. */
export const withoutEnding = (name: string): string =>
  name.replace(/\.(tar\.gz|tgz|tar|zip|imscc|mbz|gz|gift|md|markdown|xml|qti|txt)$/i, '').trim() || name;

/**
 * Opens what somebody brought: an archive, a folder, or one document that is no archive (GIFT, Markdown, QTI, Moodle XML,
 * a problem of Open edX), by its ending and by what it begins with.
 * @throws ArchiveRefused `no-archive` for everything else
 */
export async function openPackage(path: string, name: string): Promise<Archive> {
  try {
    return await openArchive(path);
  } catch (error) {
    const isOther = error instanceof ArchiveRefused && error.code === 'no-archive';
    const shown = isOther ? documentName(name, await beginningOf(path)) : undefined;
    if (shown === undefined) throw error;
    return openLoneFile(path, shown);
  }
}

/** The name under which its reader finds it; undefined for what is no document that is read here. */
function documentName(name: string, beginning: string): string | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (beginning.includes('\0')) return undefined;
  // a thin cartridge may be a manifest alone
  if (rootName(beginning) === 'manifest') return 'imsmanifest.xml';
  if (rootName(beginning) !== undefined && !/^(gift|md|markdown|html?)$/.test(ending))
    return /^(xml|qti)$/.test(ending) ? name : `${name}.xml`;
  if (/^(gift|md|markdown)$/.test(ending)) return name;
  // Moodle gives its GIFT the ending of plain text
  return ending === 'txt' && /\{[^{}]*\}|^::/m.test(beginning) ? `${name}.gift` : undefined;
}

const looked = 65_536;

async function beginningOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(looked), 0, looked, 0);
    return xmlCharacters(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
