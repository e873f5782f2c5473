import type { Places } from '../../src/app/page-budgets.ts';
import { found, type Hand } from '../../src/app/testing/page-lists.ts';

/** Stands where the site has nothing of a kind. */
export const nothing = '00000000-0000-7000-8000-000000000000';

/** The first course that is taught here, with a piece of work that waits in it; without one, its page is that of nothing. */
export async function askedCourse(operator: Hand): Promise<Pick<Places, 'asked' | 'waitingWork'>> {
  const asked = found(await operator.html('/fr/teach?all=yes'), /\/teach\/courses\/([0-9a-f-]{36})"/);
  const queue = await operator.html(`/fr/teach/courses/${asked}/work`);
  const waitingWork = /\/work\/([0-9a-f-]{36})"/.exec(queue)?.[1] ?? nothing;
  return { asked, waitingWork };
}
