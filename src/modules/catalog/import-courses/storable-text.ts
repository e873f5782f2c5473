/** PostgreSQL keeps every character but NUL. */
export const storableText = (text: string): string => text.replaceAll('\0', '');

/** JSON as PostgreSQL can keep it; a NUL inside a string is left out, a written-out "\\u0000" is not touched. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return json.includes('\\u0000') ? json.replace(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1') : json;
}
