import type { Db } from '../../../platform/db/database.ts';
import { keyFromAddress } from '../../catalog/index.ts';
import { coursesOfPlatform, keysOfPlatform } from './match-course.queries.ts';
import type { RawReview } from './raw-review.ts';

export type CourseMatch = { readonly courseId: string } | { readonly problem: string };

export interface CourseMatcher {
  readonly courses: number;
  /** The course that a row is about: by the platform's key, the address, our slug or id, else a title that is one course's. */
  match(says: RawReview['says']): CourseMatch;
  /** Language of teaching; undefined where it is not known. */
  languageOf(courseId: string): string | undefined;
}

/** Reads what the courses of a platform are called, once for a whole feed. */
export async function courseMatcher(db: Db, platformId: string): Promise<CourseMatcher> {
  const [courses, keys] = [await coursesOfPlatform(db, platformId), await keysOfPlatform(db, platformId)];
  const names = new Names();
  for (const { id, key } of keys) names.add('key', key, id);
  for (const { id, slug, title, url } of courses) {
    names.add('slug', slug, id);
    names.add('slug', id, id);
    if (url !== null) {
      names.add('url', addressOf(url), id);
      names.add('path', keyFromAddress(url), id);
    }
    names.add('title', foldTitle(title), id);
  }
  const languages = new Map(courses.map((course) => [course.id, course.language ?? undefined]));
  return {
    courses: languages.size,
    match: (says) => names.match(says),
    languageOf: (courseId) => languages.get(courseId),
  };
}

/** A name that two courses share leads to neither. */
const shared = Symbol('shared');

class Names {
  readonly #byName = new Map<string, string | typeof shared>();

  add(kind: 'key' | 'slug' | 'url' | 'path' | 'title', name: string | undefined, courseId: string): void {
    if (name === undefined || name === '') return;
    const at = `${kind} ${name}`;
    const before = this.#byName.get(at);
    this.#byName.set(at, before === undefined || before === courseId ? courseId : shared);
  }

  match({ courseKey, courseUrl, courseTitle }: RawReview['says']): CourseMatch {
    const candidates = [
      courseKey && `key ${courseKey}`,
      courseUrl && `url ${addressOf(courseUrl)}`,
      courseUrl && `path ${keyFromAddress(courseUrl) ?? ''}`,
      courseKey && `slug ${courseKey}`,
      courseKey && `path ${courseKey}`,
      courseKey && `url ${addressOf(courseKey)}`,
      courseTitle && `title ${foldTitle(courseTitle)}`,
      courseTitle && `key ${courseTitle}`,
    ];
    let isShared = false;
    for (const name of candidates) {
      const found = name ? this.#byName.get(name) : undefined;
      if (typeof found === 'string') return { courseId: found };
      isShared ||= found === shared;
    }
    if (isShared) return { problem: 'several courses are called so' };
    const told = courseKey ?? courseUrl ?? courseTitle;
    return { problem: told === undefined ? 'no course is named' : 'no such course on this platform' };
  }
}

/** An address without its scheme, "www.", its fragment and what was added to count clicks. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const parsed = new URL(url);
  for (const name of [...parsed.searchParams.keys()]) {
    if (/^(?:utm_\w+|gclid|fbclid|mc_cid|mc_eid|ref|source|irclickid|ranmid)$/i.test(name))
      parsed.searchParams.delete(name);
  }
  const host = parsed.host.replace(/^www\./, '');
  return `${host}${parsed.pathname.replace(/\/+$/, '')}${parsed.search}`.toLowerCase();
}

/** A title without case, accents and punctuation. */
const foldTitle = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
