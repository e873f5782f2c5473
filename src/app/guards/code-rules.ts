import type { SourceFile, Violation } from './source-file.ts';
import { isTest, linesMatching, withoutComments } from './source-file.ts';

const isCode = (path: string): boolean => /\.(tsx?|mjs)$/.test(path);

/** A guard's own words would be found by itself. */
const isGuard = (path: string): boolean => path.startsWith('src/app/guards/');

/** Nobody turns a check off where it hurts: the code is changed, or the rule is, for everyone. */
export function silencedChecks(files: SourceFile[]): Violation[] {
  const silencing =
    /@ts-(ignore|expect-error|nocheck)|(ox|es)lint-disable|prettier-ignore|\b(it|test|describe)\.only\b/;
  return files
    .filter(({ path }) => isCode(path) && !isGuard(path))
    .flatMap((file) => linesMatching(file, silencing, 'checks are not turned off'));
}

const clockFile = 'src/platform/time/clock.ts';

/** The clock is injected, so that a test can say what day it is. */
export function ambientClock(files: SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => /^src\/(app|modules|platform)\//.test(path) && /\.tsx?$/.test(path))
    .filter(({ path }) => !isTest(path) && path !== clockFile && !isGuard(path))
    .map(({ path, text }) => ({ path, text: withoutComments(text) }))
    .flatMap((file) =>
      linesMatching(file, /\bDate\.now\(\)|\bnew Date\(\)/, 'take the time from the clock you are given'),
    );
}

/** Strict CSP without nonces: no inline script and no style attribute in a page. */
export function inlineMarkup(files: SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => path.endsWith('.tsx') && !isTest(path))
    .map(({ path, text }) => ({ path, text: withoutComments(text) }))
    .flatMap((file) => [
      ...linesMatching(file, /\sstyle=/, 'no style attribute; use a class or SVG attributes'),
      ...linesMatching(file, /\son[a-z]+="/, 'no inline event handler'),
      ...inlineScripts(file),
    ]);
}

function inlineScripts({ path, text }: SourceFile): Violation[] {
  return [...text.matchAll(/<script\b([^>]*)>/g)].flatMap(({ 1: attributes = '', index }) => {
    // Data is no script: the browser does not run it, and CSP lets it pass.
    const runs =
      !/\bsrc=/.test(attributes) && !/type="(application\/ld\+json|speculationrules)"/.test(attributes);
    const line = text.slice(0, index).split('\n').length;
    return runs ? [`${path}:${line}: no inline script; put it into src/client`] : [];
  });
}
