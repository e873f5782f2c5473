import { dayOf } from '../../../platform/time/clock.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { certificateName, formatName, levelName } from '../course-words/names.ts';
import { sayCosts } from '../course-words/say-costs.ts';
import { sayEffort } from '../course-words/say-effort.ts';
import type { CourseRow } from '../read-courses/course-row.ts';
import { isSubject } from '../read-courses/subject-ids.ts';
import { availabilityOf } from '../run-states/availability.ts';
import { sayState } from '../run-states/say-state.ts';
import { subjectName } from '../subjects/subject-names.ts';

export interface CompareScene {
  readonly t: Translator;
  readonly now: Date;
}

/** One point on which courses are compared. */
export interface CompareRow {
  readonly key: MessageKey;
  /** One value a course, in their order; undefined where no source says. */
  readonly values: readonly (string | undefined)[];
  readonly differs: boolean;
}

type Say = (course: CourseRow, scene: CompareScene) => string | undefined;

/** What decides first stands first. */
const points: readonly (readonly [MessageKey, Say])[] = [
  ['catalog.compare.row.state', sayWhen],
  ['catalog.compare.row.cost', ({ document }, { t }) => sayCosts(t, document.costs, document.certificate)],
  [
    'catalog.compare.row.certificate',
    ({ document }, { t }) => document.certificate && certificateName(t, document.certificate),
  ],
  ['catalog.compare.row.effort', ({ document }, { t }) => sayEffort(t, document.effort)],
  ['catalog.compare.row.level', ({ document }, { t }) => document.level && levelName(t, document.level)],
  ['catalog.compare.row.language', ({ document }, { t }) => languages(t, document.languages)],
  ['catalog.compare.row.subtitles', ({ document }, { t }) => languages(t, document.subtitles)],
  ['catalog.compare.row.before', sayBefore],
  ['catalog.compare.row.rating', sayRating],
  [
    'catalog.compare.row.provider',
    ({ providers }, { t }) =>
      listed(
        t,
        providers.map(({ name }) => name),
      ),
  ],
  ['catalog.compare.row.platform', ({ platform }, { t }) => isolated(t, platform.name)],
  ['catalog.compare.row.subject', saySubjects],
  ['catalog.compare.row.format', ({ document }, { t }) => document.format && formatName(t, document.format)],
];

/** Points on which at least one course says something; `differs` where two of them say something else. */
export function compareRows(courses: readonly CourseRow[], scene: CompareScene): CompareRow[] {
  return points
    .map(([key, say]): CompareRow => {
      const values = courses.map((course) => say(course, scene));
      return { key, values, differs: new Set(values).size > 1 };
    })
    .filter(({ values }) => values.some((value) => value !== undefined));
}

/** When it can be joined, in words; an archived course says that it is. */
export function sayWhen({ runs, state }: CourseRow, { t, now }: CompareScene): string {
  if (state === 'archived') return t('catalog.compare.archived');
  return sayState(t, availabilityOf(runs, now), dayOf(now)).text;
}

const listed = (t: Translator, names: readonly string[]): string | undefined =>
  names.length === 0 ? undefined : t.list(names.map((name) => isolated(t, name)));

/** A name in its own direction inside a sentence that runs from right to left (first strong isolate). */
const isolated = (t: Translator, name: string): string => (t.dir === 'rtl' ? `\u2068${name}\u2069` : name);

/** The main language stays first; subtitles of thirty languages are counted by the eye, not read. */
const languages = (t: Translator, tags: readonly string[] = []): string | undefined =>
  listed(
    t,
    tags.map((tag) => t.languageName(tag)),
  );

function sayBefore({ document, wanted }: CourseRow, { t }: CompareScene): string | undefined {
  const { prerequisites } = document;
  if (prerequisites?.nothing) return t('catalog.compare.before.nothing');
  const titles = wanted.flatMap((each) => each.found?.title ?? each.title ?? []);
  const said = [listed(t, titles), prerequisites?.text && isolated(t, prerequisites.text)].filter(
    (text) => text !== undefined,
  );
  return said.length === 0 ? undefined : said.join(' · ');
}

/** Reviews of this site first; the platform's own mark is always told as such. */
function sayRating(course: CourseRow, { t }: CompareScene): string | undefined {
  if (course.ratingCount > 0 && course.ratingMean !== null)
    return t('catalog.compare.rating.reviews', {
      n: course.ratingCount,
      stars: t.number(course.ratingMean, { digits: 1 }),
    });
  const { rating } = course.document;
  return (
    rating &&
    t('catalog.compare.rating.platform', {
      n: rating.count,
      stars: t.number(rating.mean, { digits: 1 }),
      platform: isolated(t, course.platform.name),
    })
  );
}

function saySubjects({ subjects }: CourseRow, { t }: CompareScene): string | undefined {
  return listed(
    t,
    subjects.filter(isSubject).map((id) => subjectName(id, t.lang)),
  );
}
