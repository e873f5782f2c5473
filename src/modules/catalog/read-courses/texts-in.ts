import type { CourseRow } from './course-row.ts';

export interface CourseTexts {
  readonly title: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  /** Language of these texts, BCP 47, where it is known. */
  readonly language: string | undefined;
}

/** Title, summary and description in a language of the interface where the source gave them, else as they are. */
export function textsIn({ document }: Pick<CourseRow, 'document'>, lang: string): CourseTexts {
  const [own] = document.languages ?? [];
  const { title, summary, description } = document;
  const base = (tag: string) => tag.split('-')[0];
  if (own === undefined || base(own) !== lang) {
    const [tag, translation] =
      Object.entries(document.translations ?? {}).find(([each]) => base(each) === lang) ?? [];
    if (translation) return { summary: undefined, description: undefined, ...translation, language: tag };
  }
  return { title, summary, description, language: own };
}
