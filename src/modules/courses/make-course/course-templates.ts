import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Ids } from '../../../platform/time/ids.ts';
import { type CourseContent, courseContent } from '../content/course-content.ts';

export const templates = ['empty', 'self-paced', 'weekly', 'core'] as const;
export type Template = (typeof templates)[number];

interface Scene {
  readonly ids: Ids;
  /** Says things in the language of the course. */
  readonly t: Translator;
}

interface Planned {
  readonly title: string;
  readonly units: readonly string[];
  readonly opensAfter?: number;
  readonly strand?: string;
}

/** What a new course begins with, in its own language: sections and units to rename, fill or take out. */
export function contentOfTemplate(
  template: Template,
  about: { readonly title: string; readonly lang: string },
  scene: Scene,
): CourseContent {
  return courseContent.parse({
    about,
    rules: { completion: { seen: 1, strands: template === 'core' ? 1 : 0 } },
    sections: planned(template, scene.t).map(({ units, ...section }) => ({
      id: scene.ids.next(),
      ...section,
      units: units.map((title) => ({ id: scene.ids.next(), title, blocks: [] })),
    })),
  });
}

function planned(template: Template, t: Translator): Planned[] {
  const first = t('courses.new.unit', { n: 1 });
  const week = (n: number): Planned => ({
    title: t('courses.new.week', { n }),
    opensAfter: (n - 1) * 7,
    units: [first],
  });
  switch (template) {
    case 'empty':
      return [{ title: t('courses.new.section', { n: 1 }), units: [first] }];
    case 'self-paced':
      return [
        { title: t('courses.new.welcome'), units: [t('courses.new.welcome.unit')] },
        { title: t('courses.new.section', { n: 1 }), units: [first, t('courses.new.quiz')] },
        { title: t('courses.new.section', { n: 2 }), units: [first, t('courses.new.quiz')] },
        { title: t('courses.new.end'), units: [t('courses.new.exam')] },
      ];
    case 'weekly':
      return [1, 2, 3, 4].map(week);
    case 'core':
      return [
        ...[1, 2, 3, 4].map(week),
        ...['A', 'B'].map((letter) => {
          const name = t('courses.new.strand', { name: letter });
          return { title: name, strand: name, opensAfter: 28, units: [first] };
        }),
      ];
  }
}
