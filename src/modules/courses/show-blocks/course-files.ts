import type { FileRow } from '../course-files/files.queries.ts';
import { shownFiles } from '../course-files/shown-files.ts';
import type { CourseFile } from './show-scene.ts';

/** The files of a unit by their ids, with their addresses and what a player needs to know. */
export function courseFiles(
  courseId: string,
  files: readonly FileRow[],
): (id: string) => CourseFile | undefined {
  const shown = shownFiles(courseId, files);
  const byId = new Map(files.map((file) => [file.id, file]));
  return (id) => {
    const file = byId.get(id);
    const address = shown(id);
    return file && address && { ...address, name: file.name, type: file.type, bytes: file.bytes };
  };
}
