import type { SourceFile, Violation } from './source-file.ts';

const fileName = /^migrations\/\d{8}-\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/;

interface Rule {
  pattern: RegExp;
  why: string;
}

/** Until the first release nobody runs an older version, and every table is empty when it is changed. */
const firstRelease = 'migrations/20261201';

/** What would stop a running platform, or break the version that still runs beside the new one. */
const upgradeRules: Rule[] = [
  {
    pattern: /\bdrop\s+(table|column)\b/i,
    why: 'the running version still reads it: stop using it first, drop it in a later release',
  },
  {
    pattern: /\brename\s+(to|column)\b/i,
    why: 'the running version knows the old name: add, copy, then drop later',
  },
  {
    pattern: /\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/i,
    why: 'rewrites the table under a lock: add a new column instead',
  },
  {
    pattern: /\badd\s+column\b(?![^;]*\bdefault\b)[^;,]*\bnot\s+null\b/i,
    why: 'fails on a table that has rows: give a default',
  },
];

/** What no migration does. */
const rules: Rule[] = [
  {
    pattern: /\b(now\(\)|clock_timestamp\(\)|current_timestamp|current_date)/i,
    why: 'the time comes from the clock of the code',
  },
  {
    pattern: /\b(smallserial|bigserial|serial)\b/i,
    why: 'identifiers are made in the code (uuid), or "generated always as identity"',
  },
  { pattern: /\btimestamp\b(?!tz|\s+with\s+time\s+zone)/i, why: 'instants are timestamptz' },
  { pattern: /\b(char|varchar)\s*\(/i, why: 'use text with a check constraint' },
];

/** Every migration is named in order, and does nothing that a running platform would feel. */
export function unsafeMigrations(files: SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => path.startsWith('migrations/') && path.endsWith('.sql'))
    .flatMap(({ path, text }) => {
      const sql = withoutSqlComments(text);
      const named = fileName.test(path)
        ? []
        : [`${path}: a migration is named 20261201-1200-what-it-does.sql`];
      const isUpgrade = path >= firstRelease;
      const broken = [...rules, ...(isUpgrade ? upgradeRules : [])]
        .filter(({ pattern }) => pattern.test(sql))
        .map(({ why }) => `${path}: ${why}`);
      return [...named, ...broken, ...(isUpgrade ? slowIndexes(path, text, sql) : [])];
    });
}

/** An index on a table that has rows is built without stopping writers, in a file of its own without a transaction. */
function slowIndexes(path: string, text: string, sql: string): Violation[] {
  const made = new Set(
    [...sql.matchAll(/\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?([\w."]+)/gi)].map(([, name]) => name),
  );
  const indexes = [
    ...sql.matchAll(
      /\bcreate\s+(?:unique\s+)?index\s+(concurrently\s+)?[^;]*?\bon\s+(?:only\s+)?([\w."]+)/gi,
    ),
  ];
  const outside = text.startsWith('-- no transaction');
  return indexes.flatMap(([, concurrently, table]) => {
    if (concurrently)
      return outside
        ? []
        : [`${path}: a concurrent index needs "-- no transaction" as the file's first line`];
    return made.has(table)
      ? []
      : [`${path}: an index on ${table}, which may have rows, is made concurrently`];
  });
}

const withoutSqlComments = (text: string): string =>
  text.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
