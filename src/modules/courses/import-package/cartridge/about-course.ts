import type { CourseAbout } from '../../content/course-content.ts';
import { lineOf, textOfWords } from '../reading/course-lines.ts';
import { courseWord } from '../reading/course-words.ts';
import type { CanvasCourse } from './canvas-course.ts';
import type { Manifest } from './manifest.ts';

/** What the manifest tells about the course; `name` is the package's file name, for want of a title. */
export function aboutCourse(manifest: Manifest, canvas: CanvasCourse, name: string): CourseAbout {
  const lang = langOf(manifest, canvas) ?? 'en';
  const plain = manifest.description.replace(/<[^>]+>/g, ' ');
  return {
    title: lineOf(manifest.title || canvas.title || name, courseWord(lang, 'course')),
    lang,
    summary: lineOf(plain, '', 1000),
    description: textOfWords(plain),
    outcomes: [],
    providers: [],
    teachers: [],
    subjects: manifest.keywords.slice(0, 20).map((keyword) => lineOf(keyword, keyword)),
    licence: lineOf(manifest.rights, '', 200),
    prerequisites: '',
  };
}

/** The language that the package names; undefined where it names none. */
export const langOf = (manifest: Manifest, canvas: CanvasCourse): string | undefined =>
  [manifest.lang, canvas.lang.replaceAll('_', '-')].find((each) => /^[a-z]{2,3}(-[\w-]+)?$/i.test(each));
