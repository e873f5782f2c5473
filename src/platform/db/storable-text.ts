/** The text as PostgreSQL can keep it: NUL left out, a lone half of a surrogate pair as U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/** NUL and lone surrogates are the only characters that JSON text cannot hold unescaped among these. */
const suspicious = /\\u(?:0000|d[89a-f])/i;

/**
 * A value as JSON that PostgreSQL's jsonb takes: it refuses NUL and lone surrogates, and with them every row of the
 * same statement.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return suspicious.test(json) ? JSON.stringify(storableValue(value)) : json;
}

function storableValue(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storableValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [storableText(name), storableValue(member)]),
  );
}
