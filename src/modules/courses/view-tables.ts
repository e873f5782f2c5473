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

export interface CourseStaffView {
  course_id: string;
  person_id: string;
  role: StaffRole;
}

export interface CoursesViews {
  'courses.taught': TaughtView;
  'courses.offering': OfferingView;
  'courses.course_staff': CourseStaffView;
}
