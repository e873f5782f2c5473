import { wordsOfCourseText } from '../../../platform/course-text/words.ts';

/** Names and figures of the format, not words of its author. */
const unsaid = new Set(['id', 'type', 'target', 'places', 'right', 'competencies']);

/** What a block says, a line each: for comparing. What is right in a question has a sign before it. */
export function wordsOfBlock({
  title,
  content,
}: {
  readonly title: string;
  readonly content: object;
}): string {
  return [title, ...linesOf(content)].filter((line) => line !== '').join('\n');
}

function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value.includes('<') ? wordsOfCourseText(value) : value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (typeof value !== 'object' || value === null) return [];
  const isRight = 'right' in value && value.right === true;
  const lines = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, inner]) => (unsaid.has(name) ? [] : linesOf(inner)));
  return isRight ? lines.map((line, at) => (at === lines.length - 1 ? `✓ ${line}` : line)) : lines;
}
