import type { Db } from '../../../platform/db/database.ts';
import { coursesAsked } from '../read-courses/asked-courses.queries.ts';

/** Something of ours that other sites can show in a frame. */
export interface Embeddable {
  readonly title: string;
  /** Path without language of the page of the thing, and of its frame. */
  readonly page: string;
  readonly frame: string;
  /** Pixels that it takes. */
  readonly width: number;
  readonly height: number;
}

/** A course by its address; undefined when there is and was none. */
export async function courseToEmbed(db: Db, slug: string): Promise<Embeddable | undefined> {
  const course = (await coursesAsked(db, [slug])).get(slug);
  if (!course) return undefined;
  const address = encodeURIComponent(course.slug);
  return {
    title: course.title,
    page: `/courses/${address}`,
    frame: `/embed/course/${address}`,
    width: 600,
    height: 250,
  };
}
