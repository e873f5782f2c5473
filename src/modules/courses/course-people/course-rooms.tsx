import type { Actor } from '../../../platform/actor.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { mayEdit, mayPublish, maySeeDraft, mayTeach, type StaffMember } from '../policy.ts';

/**
 * Rooms of a course, in five groups: what learners see of it, what it says of itself, who makes it, what it takes to make it,
 * who learns; and who may enter. The last ones are pages of modules above.
 */
const groups = [
  [
    'content',
    [
      ['outline', '', maySeeDraft],
      ['films', '/films', maySeeDraft],
      ['banks', '/banks', maySeeDraft],
    ],
  ],
  [
    'course',
    [
      ['about', '/about', maySeeDraft],
      ['rules', '/rules', maySeeDraft],
      ['versions', '/versions', maySeeDraft],
      ['export', '/export', maySeeDraft],
    ],
  ],
  [
    'making',
    [
      ['people', '/people', maySeeDraft],
      ['review', '/review', maySeeDraft],
    ],
  ],
  [
    'production',
    [
      ['demand', '/production', mayEdit],
      ['planned', '/production/page', mayEdit],
      ['plan', '/production/plan', mayEdit],
      ['money', '/production/money', mayPublish],
      ['hours', '/production/hours', maySeeDraft],
    ],
  ],
  [
    'teaching',
    [
      ['runs', '/runs', maySeeDraft],
      ['work', '/work', mayTeach],
      ['figures', '/questions', mayTeach],
      ['to-do', '/to-do', mayTeach],
      ['conversations', '/conversations', mayTeach],
    ],
  ],
] as const;
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
  const shown = groups
    .map(([group, rooms]) => [group, rooms.filter(([, , may]) => may(course.staff, actor))] as const)
    .filter(([, rooms]) => rooms.length > 0);
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
