import { FetchFailed, FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import { type Command, CommandFailed, type CommandScene } from '../../../platform/module.ts';
import { FeedUnreadable, openFeed, slugOf } from '../../catalog/index.ts';
import { proofNumber } from '../score-courses/keep-rating.queries.ts';
import type { Proof } from '../tables.ts';
import type { ImportReport } from './import-report.ts';
import { importReviews, type ImportProgress, ImportUnderWay } from './import-reviews.ts';
import { platformNamed, platformSlugs } from './match-course.queries.ts';

/** `import-reviews FILE --platform P`: ratings and reviews of a platform's courses, from a file or an address. */
export const importReviewsCommand: Command = {
  name: 'import-reviews',
  usage: 'FILE --platform NAME [--out-of 5|10|20|100] [--proof P] [--source-name N]',
  summary: 'import ratings and reviews of courses from JSON or CSV',
  options: { platform: 'value', 'out-of': 'value', proof: 'value', 'source-name': 'value' },
  async run(scene, { words, options }) {
    const [location, ...rest] = words;
    if (!location || rest.length > 0) throw new CommandFailed('name one FILE: JSON or CSV, also in a zip');
    const platform = await platformOf(scene, textOption(options['platform']));
    const proof = proofOf(textOption(options['proof']));
    const outOf = outOfOf(textOption(options['out-of']));
    const source = sourceOf(platform.slug, textOption(options['source-name']));
    const opened = await openFeed(scene.tools, location).catch((error: unknown) => {
      throw inWords(location, error);
    });
    try {
      const report = await importReviews(scene.db, scene.actor, {
        input: opened.input,
        platform,
        source,
        outOf,
        proof,
        onProgress: progressLine(scene),
      });
      return tell(scene, report);
    } catch (error) {
      throw inWords(location, error);
    } finally {
      await opened.close();
    }
  },
};

const textOption = (value: string | true | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

async function platformOf({ db }: CommandScene, name: string | undefined) {
  if (!name) throw new CommandFailed('--platform NAME says whose courses are rated');
  const platform = await platformNamed(db, slugOf(name), name);
  if (platform) return platform;
  const known = await platformSlugs(db);
  const list = known.length > 0 ? `; there are: ${known.join(', ')}` : '; there are none yet';
  throw new CommandFailed(
    `no course of a platform "${name}" is known${list}. Import its courses first: import-courses FILE --platform "${name}"`,
  );
}

const scales = ['5', '10', '20', '100'];

function outOfOf(text = '5'): number {
  if (scales.includes(text)) return Number(text);
  throw new CommandFailed(`--out-of can be ${scales.join(', ')} (it is "${text}")`);
}

const proofs = Object.keys(proofNumber) as Proof[];

/** Ratings that nobody checked are unproved unless the operator vouches for the feed. */
function proofOf(text = 'none'): Proof | 'as-told' {
  const proof = [...proofs, 'as-told' as const].find((one) => one === text);
  if (proof) return proof;
  throw new CommandFailed(
    `--proof can be ${proofs.join(', ')}, or as-told to trust the feed's own word (it is "${text}")`,
  );
}

function sourceOf(slug: string, name: string | undefined): string {
  if (name === undefined) return slug;
  if (name.length <= 100 && /[\p{L}\p{N}]/u.test(name)) return `${slug} ${name}`;
  throw new CommandFailed('--source-name needs letters or digits, at most 100 characters');
}

/** What a person can mend is said in one line that names the file. */
function inWords(location: string, error: unknown): unknown {
  const known = [FeedUnreadable, FetchFailed, FetchRefused, ImportUnderWay];
  if (!(error instanceof Error) || !known.some((kind) => error instanceof kind)) return error;
  return new CommandFailed(
    error.message.includes(location) ? error.message : `${location}: ${error.message}`,
  );
}

/** "reading 120000 (95400/s)" */
function progressLine(scene: CommandScene): (progress: ImportProgress) => void {
  const began = scene.tools.clock.now().getTime();
  return ({ phase, done }) => {
    const seconds = Math.max((scene.tools.clock.now().getTime() - began) / 1000, 0.001);
    scene.progress(
      phase === 'reading' ? `reading ${done} (${Math.round(done / seconds)}/s)` : `${phase} ${done}`,
    );
  };
}

const shownReasons = 20;

function tell(scene: CommandScene, report: ImportReport): Readonly<Record<string, unknown>> {
  const { read, created, updated, unchanged, refused, withWords, reasons } = report;
  for (const { reason, count, examples } of reasons.slice(0, shownReasons))
    scene.say(`  refused ${count}: ${reason}, such as ${examples.join('; ')}`);
  if (reasons.length > shownReasons) scene.say(`  and ${reasons.length - shownReasons} more reasons`);
  scene.say(
    `read ${read}: ${created} created (${withWords} with words), ${updated} updated, ${unchanged} unchanged, ${refused} refused`,
  );
  return { ok: true, read, created, updated, unchanged, refused, withWords, reasons };
}
