import type { Actor } from '../../../platform/actor.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { mayTeach, type StaffMember } from '../policy.ts';

/** Rooms of a course, in the order of the work. */
const rooms = [
  ['outline', ''],
  ['films', '/films'],
  ['banks', '/banks'],
  ['about', '/about'],
  ['rules', '/rules'],
  ['review', '/review'],
  ['runs', '/runs'],
  ['people', '/people'],
  ['versions', '/versions'],
  ['export', '/export'],
  ['production', '/production'],
] as const;
/** Pages of modules above, for those who teach: learners' work, how the questions do, and what learners say. */
const teaching = [
  ['work', '/work'],
  ['figures', '/questions'],
  ['to-do', '/to-do'],
  ['conversations', '/conversations'],
] as const;
export type CourseRoom = (typeof rooms | typeof teaching)[number][0];

export interface CourseRoomsProps {
  readonly t: Translator;
  readonly actor: Actor;
  readonly course: { readonly id: string; readonly staff: readonly StaffMember[] };
  /** Address of a page of the course: '' is its outline. */
  readonly hrefOf: (end: string) => string;
  readonly current: CourseRoom;
}

/** The way between the pages on which people work on a course. */
export function CourseRooms({ t, actor, course, hrefOf, current }: CourseRoomsProps) {
  const shown = mayTeach(course.staff, actor) ? [...rooms, ...teaching] : rooms;
  return (
    <Tabs
      t={t}
      label={t('courses.rooms.label')}
      items={shown.map(([name, end]) => ({
        label: t(`courses.rooms.${name}`),
        href: hrefOf(end),
        current: name === current,
      }))}
    />
  );
}
