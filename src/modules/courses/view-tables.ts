import type { StaffRole } from './tables.ts';

/** What modules above may read of courses: views that keep their meaning when the tables behind them change. */
export interface TaughtView {
  id: string;
  slug: string;
  title: string;
  lang: string;
  state: string;
  number: number;
  about: unknown;
  outline: unknown;
}

export interface OfferingView {
  id: string;
  course_id: string;
  title: string;
  pacing: string;
  start_on: string | null;
  end_on: string | null;
  enrolment_start_on: string | null;
  enrolment_end_on: string | null;
  zone: string;
  access: string;
  seats: number | null;
  state: string;
}

export interface TeamView {
  course_id: string;
  person_id: string;
  role: StaffRole;
}

/** What authors said to learners with a version; none for versions that came without a word. */
export interface VersionChangeView {
  course_id: string;
  number: number;
  changes: string;
  published_at: Date;
}

/** When anybody last changed a course, its draft included, published it, or said that it is still right. */
export interface LastChangeView {
  course_id: string;
  changed_at: Date;
}

export interface CoursesViews {
  'courses.last_change': LastChangeView;
  'courses.taught': TaughtView;
  'courses.offering': OfferingView;
  'courses.version_change': VersionChangeView;
  'courses.team': TeamView;
}
