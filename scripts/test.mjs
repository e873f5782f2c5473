// `npm test`: the whole gate. `npm test -- PATTERN` runs the matching tests only, `--verbose` shows all output.
import { describeCounts } from './count-tests.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { chromiumAdvice, ensureChromium } from './find-chromium.mjs';
import { runVitest, staticSteps } from './gate.mjs';
import { createProgress, PlainError, runScript } from './progress.mjs';
import { ensureNode } from './with-node.mjs';

const words = process.argv.slice(2);
const verbose = words.includes('--verbose');
const patterns = words.filter((word) => word !== '--verbose');
const nothing = { passed: 0, failed: 0, skipped: 0, output: '' };

const add = (sum, outcome) => ({
  ...sum,
  passed: sum.passed + outcome.passed,
  failed: sum.failed + outcome.failed,
  skipped: sum.skipped + outcome.skipped,
});

async function runMatching(progress) {
  await ensureBuild(progress);
  if (!patterns.some((pattern) => pattern.startsWith('browser')))
    return runVitest('unit', { patterns, live: true });
  const chromium = await ensureChromium(progress);
  if (!chromium) throw new PlainError(chromiumAdvice);
  return runVitest('browser', { patterns, live: true, environment: { CHROMIUM_PATH: chromium } });
}

async function runGate(progress) {
  const chromium = await ensureChromium(progress);
  const steps = [
    ...staticSteps(),
    // before the tests: the command line, which some of them try, reads the built client
    { name: 'build (vite)', run: () => buildStep() },
    { name: 'unit and database tests (vitest)', run: () => runVitest('unit', { live: verbose }) },
    { name: 'journeys (playwright)', run: () => journeys(chromium) },
  ];
  const outcomes = [];
  for (const step of steps) outcomes.push(await runStep(step));
  return outcomes;
}

let built = false;

async function buildStep() {
  await ensureBuild(createProgress({ quiet: true }));
  built = true;
  return { ...nothing, passed: 1 };
}

async function journeys(chromium) {
  if (!built) return { ...nothing, skipped: 1, output: 'not run: there is no build' };
  if (!chromium) return { ...nothing, failed: 1, output: chromiumAdvice };
  return runVitest('browser', { live: verbose, environment: { CHROMIUM_PATH: chromium } });
}

async function runStep({ name, run }) {
  const began = process.hrtime.bigint();
  const outcome = await run().catch((error) => ({ ...nothing, failed: 1, output: error.message }));
  const seconds = (Number(process.hrtime.bigint() - began) / 1e9).toFixed(1);
  const mark = outcome.failed > 0 ? 'FAILED' : outcome.passed > 0 ? 'ok' : 'skipped';
  console.log(`${mark.padEnd(8)}${name}: ${describeCounts(outcome)} (${seconds} s)`);
  if ((outcome.failed > 0 || verbose || mark === 'skipped') && outcome.output)
    console.log(indent(outcome.output));
  return outcome;
}

const indent = (text) => text.replace(/^/gm, '  | ');

await runScript(async () => {
  if (process.env.CI || !process.stdout.isTTY) process.env.NO_COLOR = '1';
  const progress = createProgress();
  await ensureNode(progress);
  await ensureModules(progress);
  const outcomes = patterns.length > 0 ? [await runMatching(progress)] : await runGate(progress);
  const total = outcomes.reduce(add, nothing);
  console.log(describeCounts(total));
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
});
