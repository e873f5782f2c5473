import whoMayUseWhom from './who-may-use-whom.json' with { type: 'json' };
import type { SourceFile, Violation } from './source-file.ts';
import { isTest, linesMatching, withoutComments } from './source-file.ts';

/** The pool, the transaction and the migrations are the ground that queries stand on. */
const ground = /^src\/platform\/(db|jobs|testing)\//;

const marks = [
  /\bsql(<[^`]*>)?`/,
  /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/,
  /\btables<[^>]*>\(/,
  /['"`]\s*(select\s.*\sfrom|insert\s+into|update\s+\w+(\.\w+)?\s+set|delete\s+from)\s/i,
];

/** SQL stands in `*.queries.ts` only. */
export function misplacedSql(files: SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !isTest(path))
    .filter(
      ({ path }) =>
        !path.endsWith('.queries.ts') && !ground.test(path) && !path.startsWith('src/app/guards/'),
    )
    .map(({ path, text }) => ({ path, text: withoutComments(text) }))
    .flatMap((file) =>
      marks.flatMap((mark) => linesMatching(file, mark, 'SQL belongs in a *.queries.ts file')),
    );
}

const schemas = new Set([...Object.keys(whoMayUseWhom), 'platform']);
const writes =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate)\s+"?([a-z_]+)"?\.|\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`]([a-z_]+)\./gi;
const reads =
  /\b(?:from|join)\s+"?([a-z_]+)"?\.|\.(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin)\(\s*['"`]([a-z_]+)\./gi;

/** A module writes its own tables only, and reads those of modules below it only (their published views and ids). */
export function foreignTables(files: SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => /^src\/modules\/.*\.queries\.ts$/.test(path))
    .flatMap((file) => {
      const module = file.path.split('/')[2] ?? '';
      const allowed = new Set([module, 'platform', ...(usable[module] ?? [])]);
      const found = (pattern: RegExp) => schemasIn(file.text, pattern);
      return [
        ...found(writes)
          .filter((schema) => schema !== module && schema !== 'platform')
          .map((schema) => `${file.path}: writes a table of ${schema}; call that module instead`),
        ...found(reads)
          .filter((schema) => !allowed.has(schema))
          .map((schema) => `${file.path}: reads ${schema}, which ${module} may not use`),
      ];
    });
}

const usable: Record<string, string[]> = whoMayUseWhom;

function schemasIn(text: string, pattern: RegExp): string[] {
  const names = [...withoutComments(text).matchAll(pattern)].map((match) =>
    (match[1] ?? match[2] ?? '').toLowerCase(),
  );
  return [...new Set(names)].filter((name) => schemas.has(name));
}
