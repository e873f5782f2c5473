const blockEnds =
  /(?<=\n)|(?<=<\/(?:p|ul|ol|li|table|caption|thead|tbody|tr|h[1-6]|pre|blockquote|figure|figcaption|div|details|summary|aside|section|dl|dt|dd)>|<(?:ul|ol|table|thead|tbody|tr|blockquote|figure|dl|hr)>)(?!\n)/;

/** Texts up to this many characters stand on one line. */
const shortText = 100;

/** A long text in the lines that are compared, edited and read one by one; put together they are the text again. */
export interface TextLines {
  readonly lines: readonly string[];
}

/** Breaks a text after its line ends and after the ends of its paragraphs, rows and items. */
export function linesOfText(text: string): string | TextLines {
  if (text.length <= shortText && !text.includes('\n')) return text;
  const lines = text.split(blockEnds);
  return lines.length > 1 ? { lines } : text;
}

function isTextLines(value: object): value is TextLines {
  const { lines } = value as { lines?: unknown };
  return (
    Array.isArray(lines) && Object.keys(value).length === 1 && lines.every((line) => typeof line === 'string')
  );
}

/** The same data with every `{lines: [...]}` put together to the text that it is. */
export function withWholeTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withWholeTexts);
  if (typeof value !== 'object' || value === null) return value;
  if (isTextLines(value)) return value.lines.join('');
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withWholeTexts(part)]));
}

/** The same data with every long text in lines. */
export function withTextLines(value: unknown): unknown {
  if (typeof value === 'string') return linesOfText(value);
  if (Array.isArray(value)) return value.map(withTextLines);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withTextLines(part)]));
}
