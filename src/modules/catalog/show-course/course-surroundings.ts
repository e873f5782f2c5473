import type { ComponentChildren } from 'preact';
import type { AppContext } from '../../../platform/http/environment.ts';
import type { CourseView } from './show-course.ts';

/** What modules above the catalogue put on a course's page. */
export interface CourseSurroundings {
  /** Under the decision card: follow, keep in a list, compare. */
  readonly beside?: ComponentChildren;
  /** After the runs: what people who took it say. */
  readonly reviews?: ComponentChildren;
  /** Further members of the page's JSON-LD (https://schema.org/Course): `aggregateRating`, `review`. */
  readonly jsonLd?: Readonly<Record<string, unknown>>;
}

/** Asks the modules above; made in the application, which knows them all. At most two statements: pages have a budget. */
export type SurroundCourse = (c: AppContext, view: CourseView) => Promise<CourseSurroundings>;
