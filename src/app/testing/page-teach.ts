import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  | 'draftQuestion'
  | 'toCome'
  | 'workEntry';

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
  await operator.post(`${at}/production/page`, {
    state: 'closed',
    summary: 'Un cours qui attend.',
    audience: 'Tout le monde.',
  });
  const workEntry = randomUUID();
  await operator.post(`${at}/production/hours`, {
    id: workEntry,
    task: 'writing',
    day: '2026-01-15',
    time: '2:30',
  });
  const outside = await operator.html(`${at}/production/page`);
  return {
    workEntry,
    toCome: found(outside, /\/courses-to-come\/([\w-]+)"/),
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

/** A folder with a course of another platform that comes over in part, for the command `import-package`. */
export function coursePackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-package-'));
  const leaves = Array.from(
    { length: 120 },
    (_, at) => `<mystery url_name="m${at}" display_name="Élément ${at}"/>`,
  );
  writeFileSync(
    join(folder, 'course.xml'),
    `<course org="Org" course="C" url_name="r" display_name="Atelier" language="fr"><chapter><sequential><vertical>
      <html url_name="h"><p>Bonjour</p></html>${leaves.join('')}</vertical></sequential></chapter></course>`,
  );
  return folder;
}

/** The import of a package that the command brought, as operators find it. */
export const packageImportOn = async (operator: Hand): Promise<string> =>
  found(await operator.html('/fr/teach/import'), /\/teach\/imports\/([0-9a-f-]{36})"/);
