import type { Availability } from '../run-states/availability.ts';
import type { RunState } from '../run-states/run-state.ts';
import type { CourseWant } from './course-topic.ts';

/** What somebody who looks at a course in this state most likely waits for, the likeliest first. */
const likely: Readonly<Record<RunState, readonly [CourseWant, ...CourseWant[]]>> = {
  'opens-on': ['opens', 'starts'],
  'open-starts-on': ['starts', 'closes'],
  'started-still-open': ['closes', 'new-run'],
  'self-paced-open': ['change', 'price'],
  'closed-running': ['new-run', 'opens'],
  ended: ['new-run', 'opens'],
  'archived-readable': ['new-run', 'opens'],
  'to-be-announced': ['new-run', 'opens', 'starts'],
};

/** The wants that are chosen at first; one whose last day is not known has nothing to be reminded of. */
export function wantsOfState({ state, day }: Pick<Availability, 'state' | 'day'>): readonly CourseWant[] {
  if (state === 'started-still-open' && !day) return ['change', 'new-run'];
  if (state === 'self-paced-open' && day) return ['closes', 'change', 'price'];
  return likely[state];
}
