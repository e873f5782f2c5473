import type { CourseDocument } from '../course-document/course-document.ts';

/** A course as it leaves the catalogue: what is known of it, and where it stands here. */
export type ExportCourse = CourseDocument & {
  /** Our id, a UUID; the key by which the receiver knows the course. */
  readonly id: string;
  readonly slug: string;
  /** Its page in this catalogue, absolute. */
  readonly pageUrl: string;
  readonly platform: { readonly slug: string; readonly name: string; readonly url: string };
  /** Instant of its last change, ISO 8601 in UTC. */
  readonly updatedAt: string;
};

/** Everything an exporter writes, piece by piece; nothing of it is held back. */
export type Exporter = (courses: AsyncIterable<ExportCourse>) => AsyncIterable<string>;
