import type { Translator } from '../../../platform/i18n/translator.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { CertificateKind, CourseKind, Level } from '../course-document/course-document.ts';
import { certificateName, kindName, levelName } from '../course-words/names.ts';
import { isSubject } from '../read-courses/subject-ids.ts';
import { subjectName } from '../subjects/subject-names.ts';
import type { Facet } from './facets.ts';

/** "Language", "Real cost" */
export const facetName = (t: Translator, facet: Facet): string => t(`catalog.facet.${facet}`);

/** A value of a facet as people say it; `name` is what the catalogue knows of a platform or provider. */
export function optionName(t: Translator, facet: Facet, value: string, name?: string): string {
  switch (facet) {
    case 'language':
    case 'subtitles':
      return t.languageName(value);
    case 'subject':
      // an address may ask for a subject that there is not
      return isSubject(value) ? subjectName(value, t.lang) : value;
    case 'platform':
    case 'provider':
      return name ?? value;
    case 'level':
      return levelName(t, value as Level);
    case 'certificate':
      return certificateName(t, value as CertificateKind);
    case 'kind':
      return kindName(t, value as CourseKind);
    default:
      return t(`catalog.option.${facet}.${value}` as MessageKey);
  }
}
