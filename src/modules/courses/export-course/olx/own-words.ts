import type { CourseContent } from '../../content/course-content.ts';
import { manifestName } from '../../own-format/package-layout.ts';
import { type CourseFileSource, packageFiles } from '../../own-format/write-package.ts';

/** The folder inside the OLX course that holds what OLX has no word for. */
export const ownFolder = 'passerelle';

/** The manifest has another name there: the package is one of OLX, not of our own format. */
export const ownManifest = 'course.json';

export const sumsName = 'sums.json';

/** What the folder says of the OLX beside it, so that a reader knows what has been changed since. */
export interface OwnSums {
  readonly version: 1;
  /** Where the files of the course are, by their path in our own format. */
  readonly files: Readonly<Record<string, string>>;
  /** SHA-256 of each file of OLX. */
  readonly sums: Readonly<Record<string, string>>;
  /** Files of OLX that say each block. */
  readonly blocks: Readonly<Record<string, readonly string[]>>;
}

interface OwnCourse {
  readonly content: CourseContent;
  readonly files: readonly CourseFileSource[];
  /** Where a file of the course is in the OLX. */
  pathOf(fileId: string): string;
}

/** The course in our own format beside its OLX: paths below the course's folder, and texts. */
export function ownWords(
  { content, files, pathOf }: OwnCourse,
  sums: ReadonlyMap<string, string>,
  pathsOf: ReadonlyMap<string, readonly string[]>,
): Map<string, string> {
  const texts = new Map<string, string>();
  const places: Record<string, string> = {};
  const packed = packageFiles(content, files);
  // the files of the course come last, in the order in which they were given
  const own = packed.slice(0, packed.length - files.length);
  for (const { path, content: text } of own)
    if (typeof text === 'string')
      texts.set(`${ownFolder}/${path === manifestName ? ownManifest : path}`, text);
  for (const [at, { path }] of packed.slice(own.length).entries()) places[path] = pathOf(files[at]?.id ?? '');
  const said: OwnSums = {
    version: 1,
    files: places,
    sums: Object.fromEntries(sums),
    blocks: Object.fromEntries(pathsOf),
  };
  return texts.set(`${ownFolder}/${sumsName}`, `${JSON.stringify(said, null, 2)}\n`);
}
