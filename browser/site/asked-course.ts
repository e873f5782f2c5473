import { randomUUID } from 'node:crypto';
import type { Places } from '../../src/app/page-budgets.ts';
import { joinCourse } from '../../src/app/testing/page-learning.ts';
import { found, type Hand } from '../../src/app/testing/page-lists.ts';

/** A course with a piece of work in it, written and published by its author and handed in by a learner: it waits. */
export async function askedCourse(
  author: Hand,
  learner: Hand,
): Promise<Pick<Places, 'asked' | 'waitingWork'>> {
  const asked = randomUUID();
  const at = `/fr/teach/courses/${asked}`;
  await author.post('/fr/teach/new', { id: asked, title: 'Réunions utiles', lang: 'fr', template: 'empty' });
  const unit = found(await author.html(at), /\/units\/([\w-]+)"/);
  const block = randomUUID();
  await author.post(`${at}/units/${unit}/add/assignment`, {
    block,
    'content.task': '<p>Préparez l’ordre du jour d’une réunion d’une demi-heure.</p>',
    'content.takes': 'text',
    'content.assessedBy': 'teacher',
    do: 'save',
  });
  await author.post(`${at}/publish`, {});
  await author.post(`${at}/runs/new`, { id: randomUUID(), title: 'À tout moment', access: 'open' });
  const slug = found(await author.html(at), /\/fr\/learn\/([\w-]+)/);
  await joinCourse(learner, slug);
  await learner.post(`/fr/learn/${slug}/${unit}/${block}/work`, {
    submission: randomUUID(),
    text: 'But, trois points, qui décide, et la fin à l’heure.',
  });
  const waitingWork = found(await author.html(`${at}/work`), /\/work\/([0-9a-f-]{36})"/);
  return { asked, waitingWork };
}
