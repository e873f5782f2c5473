import { ArchiveRefused } from './archive.ts';

/** Longer names are made to hurt; no file system takes them. */
const longestPath = 1000;

/**
 * The path of an entry as this house writes it: relative, `/`, NFC, neither `.` nor `..`; undefined for what systems
 * leave in archives by themselves (`__MACOSX/`, `.DS_Store`, `._name`) and for the top folder itself.
 * @throws ArchiveRefused where it leads out of the archive or cannot be a name
 */
export function entryPath(raw: string): string | undefined {
  const path = raw.replaceAll('\\', '/').normalize('NFC');
  if (path.includes('\0') || path.length > longestPath) throw new ArchiveRefused('leads-out');
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) throw new ArchiveRefused('leads-out', path);
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw new ArchiveRefused('leads-out', path);
  const name = parts.at(-1);
  if (name === undefined || parts[0] === '__MACOSX') return undefined;
  return name === '.DS_Store' || name.startsWith('._') ? undefined : parts.join('/');
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Names are UTF-8 in most archives, also where they do not say so; undefined where these bytes cannot be. */
export function utf8Name(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}
