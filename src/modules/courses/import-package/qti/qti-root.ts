/** Name of the first element of a QTI document of any version, without its prefix; undefined when it is none. */
export function qtiRoot(text: string): string | undefined {
  const start = text.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(\[[\s\S]*?\])?[^>]*>/g, '');
  const name = /^\s*<(?:[\w.-]+:)?([\w.-]+)/.exec(start)?.[1];
  return name !== undefined && /^(questestinterop|(qti-)?assessment-?(item|test))$/i.test(name)
    ? name
    : undefined;
}
