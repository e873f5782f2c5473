/** A run of words that both texts have, or one of them. */
export interface Change {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this product of lengths the middle counts as rewritten: nobody reads such a comparison word by word. */
const mostCells = 4_000_000;

/** What changed from one text to another, word by word (longest common subsequence); spaces and line ends are words. */
export function wordChanges(before: string, after: string): Change[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return joined([
    { kind: 'same', text: a.slice(0, start).join('') },
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ]);
}

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}_'’-]+|./gsu) ?? [];

function middle(a: readonly string[], b: readonly string[]): Change[] {
  if (a.length * b.length > mostCells)
    return [
      { kind: 'gone', text: a.join('') },
      { kind: 'new', text: b.join('') },
    ];
  const width = b.length + 1;
  // longest[i * width + j]: of what follows a[i] and b[j]
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        a[i] === b[j]
          ? 1 + (longest[(i + 1) * width + j + 1] ?? 0)
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  return walked(a, b, longest);
}

function walked(a: readonly string[], b: readonly string[], longest: Uint16Array): Change[] {
  const width = b.length + 1;
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      changes.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (
      right === undefined ||
      (left !== undefined && (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))
    ) {
      changes.push({ kind: 'gone', text: left ?? '' });
      i += 1;
    } else {
      changes.push({ kind: 'new', text: right });
      j += 1;
    }
  }
  return changes;
}

/** Neighbours of one kind are one. */
function joined(changes: readonly Change[]): Change[] {
  const out: Change[] = [];
  for (const change of changes) {
    const last = out.at(-1);
    if (change.text === '') continue;
    if (last?.kind === change.kind) out[out.length - 1] = { ...last, text: last.text + change.text };
    else out.push(change);
  }
  return out;
}
