import whoMayUseWhom from './who-may-use-whom.json' with { type: 'json' };
import type { SourceFile, Violation } from './source-file.ts';
import { withoutComments } from './source-file.ts';

const banned = /(^|[-./])(utils?|helpers?|shared|common|services?|managers?)([-./]|$)/;

/** Names that say nothing: a file is named after the one thing it is. */
export function bannedNames(files: SourceFile[]): Violation[] {
  return files.flatMap(({ path }) => {
    // The browser's own word for what works offline.
    const word = banned.exec(path.replaceAll('service-worker', ''))?.[2];
    return word ? [`${path}: "${word}" says nothing; name the file after what it holds`] : [];
  });
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|mjs|css|sql|json)$/;
const known = /\/(README|CHANGELOG)\.md$/;

/** Files are named in kebab-case. */
export function kebabCaseNames(files: SourceFile[]): Violation[] {
  return files.flatMap(({ path }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return kebab.test(name) || known.test(path) || name.endsWith('.md')
      ? []
      : [`${path}: file names are kebab-case`];
  });
}

/** The most lines that a code file may have; files of data have no limit. */
export const mostLines = 300;

/** Data: fewer than one line in twenty computes something. */
function isData(text: string): boolean {
  const lines = withoutComments(text).split('\n');
  return (
    lines.filter((line) => /=>|\b(function|class|return|if|for|while)\b/.test(line)).length <
    lines.length / 20
  );
}

/** A file that grows beyond the limit holds more than one thing. */
export function longFiles(files: SourceFile[]): Violation[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    return /\.(tsx?|mjs)$/.test(path) && lines > mostLines && !isData(text)
      ? [`${path}: ${lines} lines, at most ${mostLines}; split it by what it does`]
      : [];
  });
}

/** A module without a row in the table of who may use whom would be bound by no rule. */
export function unlistedModules(files: SourceFile[]): Violation[] {
  const names = files.flatMap(({ path }) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)]
    .filter((name) => !(name in whoMayUseWhom))
    .map((name) => `src/modules/${name}: who may use it? add it to src/app/guards/who-may-use-whom.json`);
}
