import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the project: its path from the project's folder, with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** What a guard finds wrong: a line that names the file and says what to do. */
export type Violation = string;

/** The project's own folder. */
export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

const folders = ['src', 'browser', 'bench', 'scripts', 'migrations'];
const kinds = /\.(ts|tsx|mjs|css|sql|json|md)$/;

/** Every source file of a project. */
export function readSources(root: string): SourceFile[] {
  const visit = (path: string): SourceFile[] =>
    readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
      const inside = `${path}/${entry.name}`;
      if (entry.isDirectory()) return visit(inside);
      return kinds.test(entry.name) ? [{ path: inside, text: readFileSync(join(root, inside), 'utf8') }] : [];
    });
  const present = new Set(readdirSync(root));
  return folders.filter((folder) => present.has(folder)).flatMap(visit);
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** One violation for each line that a pattern matches. */
export function linesMatching({ path, text }: SourceFile, pattern: RegExp, why: string): Violation[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      pattern.test(line) ? [`${path}:${index + 1}: ${why}: ${line.trim().slice(0, 100)}`] : [],
    );
}

/** Source text without its comments, line numbers kept. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|[\s;{(,])\/\/[^\n]*/g, '$1');
}
