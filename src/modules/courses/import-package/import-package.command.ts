import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, CommandFailed, type CommandScene } from '../../../platform/module.ts';
import { transact } from '../../../platform/db/transact.ts';
import { accountOfAddress } from '../../accounts/index.ts';
import {
  ImportRefused,
  preparePackage,
  type PreparedPackage,
  takePackage,
  type TakenPackage,
} from './import-package.ts';
import { asNote, countsOf, problemsOf, sayNote } from './package-report.ts';

/** `import-package FILE`: a course from another platform becomes a course here, with a report of every item. */
export const importPackageCommand: Command = {
  name: 'import-package',
  usage: 'FILE [--publish] [--owner MAIL]',
  summary:
    'import a course package (OLX, Common Cartridge, QTI, Moodle, Markdown, SCORM, cmi5, H5P or our own) or one document (.gift, .md, .xml, .qti)',
  options: { publish: 'flag', owner: 'value' },
  async run(scene, { words, options }) {
    const [path, ...rest] = words;
    if (path === undefined || rest.length > 0)
      throw new CommandFailed('name one FILE: a package or a folder');
    const ownerId = await ownerOf(scene, options['owner']);
    await mustBeThere(path);
    scene.say(`Reading ${path}`);
    const prepared = await prepare(scene, path);
    const taken = await transact(scene.db, (db) =>
      takePackage(db, scene.actor, {
        importId: scene.actor.ids.next(),
        name: basename(path),
        prepared,
        publish: options['publish'] === true,
        ...(ownerId !== undefined && { ownerId }),
      }),
    );
    return tell(scene, prepared, taken);
  },
};

async function ownerOf({ db }: CommandScene, owner: string | true | undefined): Promise<string | undefined> {
  if (typeof owner !== 'string') return undefined;
  const account = await accountOfAddress(db, owner);
  if (account === undefined)
    throw new CommandFailed(`--owner: nobody has an account with the address ${owner}`);
  return account.id;
}

async function mustBeThere(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new CommandFailed(`there is no such file: ${path}`);
    throw new CommandFailed(`${path} cannot be read: ${error.code ?? error.message}`);
  });
  if (!found.isFile() && !found.isDirectory())
    throw new CommandFailed(`${path} is neither a file nor a folder`);
  if (found.isFile() && found.size === 0) throw new CommandFailed(`${path}: the file is empty`);
}

async function prepare(scene: CommandScene, path: string): Promise<PreparedPackage> {
  const { tools, actor } = scene;
  try {
    return await preparePackage({
      path,
      name: basename(path),
      ids: actor.ids,
      storage: tools.storage,
      onProgress: (done, total) => scene.progress(`keeping files ${done} of ${total}`),
    });
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const text = sayNote(tools.translators.en, error.note);
    throw new CommandFailed(`${path}: ${text}`, { code: error.note.code });
  }
}

/** Problems that the terminal shows; --json and the page have all. */
const shownProblems = 20;

function tell(
  scene: CommandScene,
  { read }: PreparedPackage,
  { slug, report }: TakenPackage,
): Readonly<Record<string, unknown>> {
  const t = scene.tools.translators.en;
  const counts = countsOf(report);
  const problems = problemsOf(report, t);
  for (const { outcome, type, item, text } of problems.slice(0, shownProblems))
    scene.say(`  ${outcome}: ${type} ${item}: ${text}`);
  if (problems.length > shownProblems) scene.say(`  and ${problems.length - shownProblems} more`);
  const notes = report.notes.map((note) => ({ code: note.code, text: sayNote(t, asNote(note)) }));
  for (const { text } of notes) scene.say(`  ${text}`);
  scene.say(
    `${counts.items} items: ${counts.converted} converted, ${counts.degraded} degraded, ${counts.kept} kept as source, ${counts.refused} refused`,
  );
  scene.say(`"${report.title}" is at /courses/${slug}`);
  return { format: read.format, ...counts, course: `/courses/${slug}`, problems, notes };
}
