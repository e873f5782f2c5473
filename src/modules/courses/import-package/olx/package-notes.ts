import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import { elementsOf } from '../../../../platform/xml/xml-tree.ts';
import type { Note } from '../package-reader.ts';
import { cleanCourseText } from '../../../../platform/course-text/clean-course-text.ts';
import type { CourseFiles } from './course-files.ts';
import { jsonIn } from './json-attribute.ts';
import type { OlxPackage } from './olx-package.ts';
import type { OlxNode } from './olx-tree.ts';
import { z } from 'zod';

/** What of the package did not become course content, each kind with its number. */
export async function packageNotes(course: OlxNode, pack: OlxPackage, files: CourseFiles): Promise<Note[]> {
  const counted = (code: string, n: number): Note[] => (n > 0 ? [{ code, values: { n } }] : []);
  const drafts = pack.paths.filter((path) =>
    /^drafts\/(?:vertical|chapter|sequential)\/[^/]+\.xml$/.test(path),
  ).length;
  const secrets = jsonIn(course.attributes['lti_passports'], z.array(z.unknown())) ?? [];
  const updates = jsonIn(await pack.text('info/updates.items.json'), z.array(z.unknown())) ?? [];
  const handouts = wordsOfCourseText(cleanCourseText((await pack.text('info/handouts.html')) ?? ''));
  return [
    ...(pack.broken === undefined ? [] : [{ code: 'part-broken', values: { name: pack.kind } }]),
    ...counted('drafts-left-out', drafts),
    ...counted('secrets-dropped', secrets.length),
    ...counted('updates-left-out', updates.length),
    ...(handouts === '' ? [] : [{ code: 'handouts-left-out' }]),
    ...(elementsOf(course.xml, 'wiki').length > 0 && pack.paths.some((path) => path.startsWith('wiki/'))
      ? [{ code: 'wiki-left-out' }]
      : []),
    ...counted('files-missing', files.missing.length),
    ...counted('files-unused', files.unused.length),
  ];
}
