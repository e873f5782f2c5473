/** Name of the field of a question, or of a part of it. Keys of questions hold letters, digits, hyphens and a dot. */
export const fieldName = (key: string, part?: string): string =>
  part === undefined ? `a:${key}` : `a:${key}:${part}`;

/** Names of what a form of questions carries beside the answers. */
export const setFields = {
  /** Id that the page made: sending the same twice changes nothing. */
  submission: 'submission',
  /** Number of the attempt that the page asks for. */
  attempt: 'attempt',
  /** Keys of the questions whose fields stand on the page. */
  asked: 'asked',
  /** What the pressed button does. */
  deed: 'do',
} as const;

export type SetDeed =
  | { readonly kind: 'check'; readonly key?: string }
  | { readonly kind: 'hint'; readonly key: string; readonly count: number }
  | { readonly kind: 'save' | 'finish' | 'start' | 'again' };

/** Value of a button: "check", "check:KEY", "hint:KEY:2", "save", "finish", "start", "again". */
export function readDeed(fields: URLSearchParams): SetDeed {
  const [kind = '', key = '', count = ''] = (fields.get(setFields.deed) ?? 'save').split(':');
  if (kind === 'check') return key === '' ? { kind } : { kind, key };
  if (kind === 'hint') return { kind, key, count: Math.max(1, Math.min(20, Math.trunc(Number(count)) || 1)) };
  return kind === 'finish' || kind === 'start' || kind === 'again' ? { kind } : { kind: 'save' };
}
