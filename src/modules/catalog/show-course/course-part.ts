import type { Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { CourseView } from './show-course.ts';

/** What every part of the course page is made from. */
export interface CoursePartProps {
  readonly t: Translator;
  readonly site: Site;
  readonly view: CourseView;
}
