import { randomUUID } from 'node:crypto';
import type { Places } from '../page-budgets.ts';
import { found, type Hand } from './page-lists.ts';

/** Parts of the course that is taught here, as those who write it reach them. */
export async function openDraft(
  operator: Hand,
): Promise<Pick<Places, 'draft' | 'draftSection' | 'draftUnit' | 'draftBlock' | 'draftRun'>> {
  const draft = found(await operator.html('/fr/teach?all=yes'), /\/teach\/courses\/([0-9a-f-]{36})"/);
  const outline = await operator.html(`/fr/teach/courses/${draft}`);
  const draftSection = found(outline, /\/sections\/([\w-]+)"/);
  const draftUnit = found(outline, /\/units\/([\w-]+)"/);
  const unit = await operator.html(`/fr/teach/courses/${draft}/units/${draftUnit}`);
  const draftRun = randomUUID();
  const run = { id: draftRun, title: 'Essai', access: 'invited', guests: 'ada@example.org' };
  await operator.post(`/fr/teach/courses/${draft}/runs/new`, run);
  return { draft, draftRun, draftSection, draftUnit, draftBlock: found(unit, /\/blocks\/([\w-]+)"/) };
}
