import type { Archive } from '../../../platform/archives/archive.ts';
import type { Note } from '../import-package/package-reader.ts';
import { PackageUnreadable } from '../import-package/package-reader.ts';
import { formatVersion, manifestBody, manifestHead, manifestName } from './package-layout.ts';
import { withWholeTexts } from './text-lines.ts';

/** Where the manifest is: at the top, or in the one folder that somebody zipped whole; undefined: no course of ours. */
export function manifestPathIn(archive: Archive): string | undefined {
  const paths = archive.entries
    .map(({ path }) => path)
    .filter((path) => path === manifestName || path.endsWith(`/${manifestName}`));
  return paths.sort((one, other) => one.split('/').length - other.split('/').length)[0];
}

/** Reads the files of one package by the paths that its manifest says. */
export class PackageSource {
  readonly archive: Archive;
  readonly #root: string;

  constructor(archive: Archive, manifestPath: string) {
    this.archive = archive;
    this.#root = manifestPath.slice(0, -manifestName.length);
  }

  pathOf(path: string): string {
    return this.#root + path.normalize('NFC');
  }

  async text(path: string): Promise<string | undefined> {
    const whole = this.pathOf(path);
    return this.archive.has(whole) ? (await this.archive.read(whole)).toString('utf8') : undefined;
  }

  /** JSON with its texts put together; a note says why there is none. */
  async json(path: string): Promise<{ data: unknown } | { note: Note }> {
    const text = await this.text(path);
    if (text === undefined) return { note: { code: 'own-part-missing', values: { path } } };
    try {
      return { data: withWholeTexts(JSON.parse(text.replace(/^\uFEFF/, ''))) };
    } catch {
      return { note: { code: 'own-part-broken', values: { path } } };
    }
  }
}

/** @throws PackageUnreadable when it is no manifest, or that of a newer version */
export async function readManifest(source: PackageSource) {
  const read = await source.json(manifestName);
  if ('note' in read) throw new PackageUnreadable(read.note);
  const head = manifestHead.safeParse(read.data);
  if (!head.success)
    throw new PackageUnreadable({ code: 'own-manifest-broken', values: { where: 'format' } });
  if (head.data.version > formatVersion)
    throw new PackageUnreadable({
      code: 'own-newer-version',
      values: { version: head.data.version, known: formatVersion },
    });
  const body = manifestBody.safeParse(read.data);
  if (body.success) return body.data;
  throw new PackageUnreadable({ code: 'own-manifest-broken', values: { where: placeOf(body.error) } });
}

/** The place of the first fault: "content.questions.0.choices". */
export const placeOf = (error: { issues: readonly { path: readonly PropertyKey[] }[] }): string =>
  (error.issues[0]?.path ?? []).join('.') || '-';
