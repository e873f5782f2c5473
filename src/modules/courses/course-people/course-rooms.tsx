import type { Actor } from '../../../platform/actor.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { mayTeach, type StaffMember } from '../policy.ts';

/** Rooms of a course, in four groups: what learners see of it, what it says of itself, who makes it, who learns. */
const groups = [
  [
    'content',
    [
      ['outline', ''],
      ['films', '/films'],
      ['banks', '/banks'],
    ],
  ],
  [
    'course',
    [
      ['about', '/about'],
      ['rules', '/rules'],
      ['versions', '/versions'],
      ['export', '/export'],
    ],
  ],
  [
    'making',
    [
      ['people', '/people'],
      ['review', '/review'],
      ['production', '/production'],
    ],
  ],
  [
    'teaching',
    [
      ['runs', '/runs'],
      ['work', '/work'],
      ['figures', '/questions'],
      ['to-do', '/to-do'],
      ['conversations', '/conversations'],
    ],
  ],
] as const;
/** Pages of modules above, for those who teach: learners' work, how the questions do, and what learners say. */
const forTeachers: readonly string[] = ['work', 'figures', 'to-do', 'conversations'];
export type CourseRoom = (typeof groups)[number][1][number][0];

export interface CourseRoomsProps {
  readonly t: Translator;
  readonly actor: Actor;
  readonly course: { readonly id: string; readonly staff: readonly StaffMember[] };
  /** Address of a page of the course: '' is its outline. */
  readonly hrefOf: (end: string) => string;
  readonly current: CourseRoom;
}

/** The way between the pages on which people work on a course: the groups, then the rooms of the present one. */
export function CourseRooms({ t, actor, course, hrefOf, current }: CourseRoomsProps) {
  const teaches = mayTeach(course.staff, actor);
  const shown = groups.map(
    ([group, rooms]) => [group, rooms.filter(([room]) => teaches || !forTeachers.includes(room))] as const,
  );
  const [here, rooms] = shown.find(([, each]) => each.some(([room]) => room === current)) ?? shown[0] ?? [];
  return (
    <>
      <Tabs
        t={t}
        label={t('courses.rooms.label')}
        items={shown.map(([group, [first]]) => ({
          label: t(`courses.rooms.group.${group}`),
          href: hrefOf(first?.[1] ?? ''),
          current: group === here && (first?.[0] === current || 'within'),
        }))}
      />
      {here !== undefined && rooms !== undefined && (
        <Tabs
          t={t}
          label={t(`courses.rooms.group.${here}`)}
          items={rooms.map(([room, end]) => ({
            label: t(`courses.rooms.${room}`),
            href: hrefOf(end),
            current: room === current,
          }))}
        />
      )}
    </>
  );
}
