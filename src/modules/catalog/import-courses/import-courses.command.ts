import { CommandFailed, type Command, type CommandScene } from '../../../platform/module.ts';
import { FetchFailed, FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { readLink } from '../course-document/links.ts';
import { slugOf } from '../course-document/slug.ts';
import { detectFormat, formatNamed } from '../formats/detect.ts';
import { feedFormatNames, FeedUnreadable, type FeedFormat, type FeedInput } from '../formats/feed-format.ts';
import { ImportCutOff } from './import-cut-off.ts';
import { allowChosenHosts } from '../manage-sources/allowed-hosts.ts';
import { importCourses, type ImportOutcome, type ImportProgress } from './import-courses.ts';
import { openFeed } from './open-feed.ts';
import { readMapping } from './read-mapping.ts';

/** `import-courses SOURCE --platform P`: a feed from a file or an address into the catalogue. */
export const importCoursesCommand: Command = {
  name: 'import-courses',
  usage: 'SOURCE --platform NAME [--format F] [--source-name N] [--mapping FILE] [--partial] [--dry-run]',
  summary: 'import a feed of courses from a file or an address',
  options: {
    platform: 'value',
    format: 'value',
    'source-name': 'value',
    mapping: 'value',
    'platform-url': 'value',
    partial: 'flag',
    'dry-run': 'flag',
  },
  async run(scene, { words, options }) {
    const [location, ...rest] = words;
    const platform = textOption(options['platform']);
    if (!location || rest.length > 0) throw new CommandFailed('name one SOURCE: a file or an address');
    if (!platform) throw new CommandFailed('--platform NAME says whose courses these are');
    const url = platformUrlOf(textOption(options['platform-url']));
    const slug = platformSlugOf(platform);
    await allowChosenHosts(scene.db, scene.tools.fetcher);
    const opened = await openFeed(scene.tools, location).catch((error: unknown) => {
      throw inWords(location, error);
    });
    try {
      const format = await formatOf(opened.input, textOption(options['format']));
      scene.say(`Reading ${location} as ${format.name}`);
      const mapping = options['mapping'] ? await readMapping(String(options['mapping'])) : undefined;
      const sourceName = textOption(options['source-name']);
      const outcome = await importCourses(scene.db, scene.actor, {
        input: opened.input,
        format,
        platform: { slug, name: platform, ...(url ? { url } : {}) },
        today: dayOf(scene.tools.clock.now()),
        dryRun: options['dry-run'] === true,
        partial: options['partial'] === true,
        ...(sourceName ? { sourceName } : {}),
        ...(mapping ? { mapping } : {}),
        clock: scene.tools.clock,
        onProgress: progressLine(scene),
      });
      return tell(scene, outcome, options['dry-run'] === true);
    } catch (error) {
      throw inWords(location, error);
    } finally {
      await opened.close();
    }
  },
};

const textOption = (value: string | true | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** What a person can mend is said in one line that names the feed; where it does so by itself, once is enough. */
function inWords(location: string, error: unknown): unknown {
  const known = [FeedUnreadable, FetchFailed, FetchRefused, ImportCutOff];
  if (!(error instanceof Error) || !known.some((kind) => error instanceof kind)) return error;
  return new CommandFailed(
    error.message.includes(location) ? error.message : `${location}: ${error.message}`,
  );
}

function platformSlugOf(name: string): string {
  if (/[\p{L}\p{N}]/u.test(name) && name.length <= longestName) return slugOf(name);
  throw new CommandFailed(`--platform needs letters or digits, at most ${longestName} characters`);
}

const longestName = 200;

function platformUrlOf(given: string | undefined): string | undefined {
  const reading = readLink(given);
  if (reading && 'problem' in reading) throw new CommandFailed(`--platform-url is ${reading.problem}`);
  return reading?.url;
}

async function formatOf(input: FeedInput, named: string | undefined): Promise<FeedFormat> {
  if (named === undefined) return (await detectFormat(input)).format;
  const format = formatNamed(named);
  if (!format)
    throw new CommandFailed(`--format ${named} is not known; it can be ${feedFormatNames.join(', ')}`);
  return format;
}

/** "applying 12,000 of 250,000 (1,840/s, 2 min left)" */
export function progressLine(
  scene: Pick<CommandScene, 'progress' | 'tools'>,
): (progress: ImportProgress) => void {
  let phase = '';
  let began = 0;
  return ({ phase: now, done, total }) => {
    const at = scene.tools.clock.now().getTime();
    if (now !== phase) [phase, began] = [now, at];
    const rate = done / Math.max((at - began) / 1000, 0.001);
    const left = total === undefined ? '' : `, ${timeLeft((total - done) / Math.max(rate, 0.001))} left`;
    const whole = total === undefined ? '' : ` of ${total}`;
    scene.progress(`${phase} ${done}${whole} (${Math.round(rate)}/s${left})`);
  };
}

function timeLeft(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

/** Problems that the terminal shows; the page and the database have all. */
const shownProblems = 20;

function tell(
  scene: CommandScene,
  outcome: ImportOutcome,
  dryRun: boolean,
): Readonly<Record<string, unknown>> {
  const {
    read,
    created,
    updated,
    unchanged,
    refused,
    degraded,
    gone,
    returned,
    problems,
    state,
    wouldGo,
    error,
  } = outcome;
  for (const problem of problems.slice(0, shownProblems)) {
    const what = problem.title ?? problem.key ?? `record ${problem.position + 1}`;
    scene.say(
      `  ${problem.outcome}: ${what}${problem.field ? ` · ${problem.field}` : ''}: ${problem.reason}`,
    );
  }
  if (problems.length > shownProblems) scene.say(`  and ${problems.length - shownProblems} more`);
  scene.say(
    `${dryRun ? 'Would have: ' : ''}read ${read}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused; ${degraded} degraded`,
  );
  if (gone > 0) scene.say(`${gone} are no longer in the feed: marked, and archived after the grace time`);
  if (wouldGo > 0)
    scene.say(
      `${wouldGo} are no longer in the feed: too many to mark unasked; an operator decides on the sources page`,
    );
  if (outcome.incomplete) scene.say(`Nothing was taken as gone: ${outcome.incomplete}`);
  if (error) scene.say(`The feed broke off: ${error}`);
  const facts = {
    ok: state !== 'failed',
    read,
    created,
    updated,
    unchanged,
    refused,
    degraded,
    gone,
    returned,
    wouldGo,
    state,
    importId: outcome.importId,
  };
  const { incomplete } = outcome;
  return { ...facts, ...(error ? { error } : {}), ...(incomplete ? { incomplete } : {}), problems };
}
