import type { ShownFile } from '../../../platform/course-text/render-course-text.ts';
import type { Rendition } from '../tables.ts';
import type { FileRow } from './files.queries.ts';

/** Address of a file of a course, without language; the end of the name tells new bytes from old ones. */
export const fileAddress = (courseId: string, file: Pick<FileRow, 'id' | 'name' | 'key'>): string =>
  `/course-files/${courseId}/${file.id}/${encodeURIComponent(file.name)}?v=${file.key.slice(0, 8)}`;

export const renditionAddress = (courseId: string, fileId: string, { name, key }: Rendition): string =>
  `/course-files/${courseId}/${fileId}/r/${encodeURIComponent(name)}?v=${key.slice(0, 8)}`;

/** What course texts need to know of these files. */
export function shownFiles(
  courseId: string,
  files: readonly FileRow[],
): (id: string) => ShownFile | undefined {
  const byId = new Map(files.map((file) => [file.id, file]));
  return (id) => {
    const file = byId.get(id);
    return file && shownFile(courseId, file);
  };
}

function shownFile(courseId: string, file: FileRow): ShownFile {
  const pictures = file.renditions.filter(
    ({ type, width }) => type.startsWith('image/') && width !== undefined,
  );
  const types = [...new Set(pictures.map(({ type }) => type))].sort();
  return {
    href: fileAddress(courseId, file),
    says: saysOf(file),
    ...(file.width && file.height ? { width: file.width, height: file.height } : {}),
    sources: types.map((type) => ({
      type,
      srcset: pictures
        .filter((made) => made.type === type)
        .map((made) => `${renditionAddress(courseId, file.id, made)} ${made.width}w`)
        .join(', '),
    })),
  };
}

/** "PDF, 2.1 MB": figures and names that every language writes alike. */
export function saysOf({ name, bytes }: Pick<FileRow, 'name' | 'bytes'>): string {
  const ending = /\.([A-Za-z0-9]{1,6})$/.exec(name)?.[1]?.toUpperCase() ?? '';
  const size =
    bytes >= 1_000_000 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return ending === '' ? size : `${ending}, ${size}`;
}
