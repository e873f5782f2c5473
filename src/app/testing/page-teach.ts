import { randomUUID } from 'node:crypto';
import type { Places } from '../page-budgets.ts';
import { found, type Hand } from './page-lists.ts';

type Drafted =
  | 'draft'
  | 'draftRun'
  | 'draftSection'
  | 'draftUnit'
  | 'draftBlock'
  | 'draftFilm'
  | 'draftSet'
  | 'draftQuestion';

/** Parts of a course that is taught here, as those who write it reach them; a set of questions is written into it. */
export async function openDraft(operator: Hand): Promise<Pick<Places, Drafted>> {
  const draft = found(await operator.html('/fr/teach?all=yes'), /\/teach\/courses\/([0-9a-f-]{36})"/);
  const at = `/fr/teach/courses/${draft}`;
  const outline = await operator.html(at);
  const draftSection = found(outline, /\/sections\/([\w-]+)"/);
  const draftUnit = found(outline, /\/units\/([\w-]+)"/);
  const draftBlock = found(await operator.html(`${at}/units/${draftUnit}`), /\/blocks\/([\w-]+)"/);
  const draftRun = randomUUID();
  const run = { id: draftRun, title: 'Essai', access: 'invited', guests: 'ada@example.org' };
  await operator.post(`${at}/runs/new`, run);
  const draftFilm = randomUUID();
  await operator.post(`${at}/units/${draftUnit}/add/video`, {
    block: draftFilm,
    title: 'Un film',
    'content.link.url': 'https://youtu.be/dQw4w9WgXcQ',
    do: 'save',
  });
  const draftSet = randomUUID();
  await operator.post(`${at}/units/${draftUnit}/add/questions`, {
    block: draftSet,
    'content.rules.passAt': '50',
    'content.rules.showAnswers': 'answered',
    do: 'save',
  });
  const text = Array.from({ length: 20 }, (_, n) => `${n} + 1 ?\n(x) ${n + 1}\n( ) ${n}\n`).join('\n');
  await operator.post(`${at}/blocks/${draftSet}/paste`, { text, do: 'save' });
  const questions = await operator.html(`${at}/blocks/${draftSet}/questions`);
  return {
    draft,
    draftRun,
    draftSection,
    draftUnit,
    draftBlock,
    draftFilm,
    draftSet,
    draftQuestion: found(questions, /\/questions\/([0-9a-f-]{36})"/),
  };
}
