import temml from 'temml';

/** `\( \)` in the line, `\[ \]` on a line of its own; outside code, inside one piece of text. */
const pieces = /(<(pre|code)\b[\s\S]*?<\/\2>|<[^>]*>)|\\\(([^<]{1,2000}?)\\\)|\\\[([^<]{1,4000}?)\\\]/g;

const known = new Map<string, string>();
const mostKnown = 2000;

/** Puts MathML in the place of LaTeX. What LaTeX does not understand stays as it was written. */
export const renderMaths = (html: string): string =>
  html.replace(pieces, (whole, markup: string | undefined, _name, line?: string, display?: string) =>
    markup === undefined ? formula(line ?? display ?? '', display !== undefined, whole) : whole,
  );

function formula(source: string, isDisplay: boolean, whole: string): string {
  const made = known.get(whole);
  if (made !== undefined) return made;
  if (known.size >= mostKnown) known.clear();
  const markup = written(source, isDisplay) ?? whole;
  known.set(whole, markup);
  return markup;
}

function written(source: string, isDisplay: boolean): string | undefined {
  const latex = source
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
  try {
    const maths = temml.renderToString(latex, {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      maxSize: [20, 20],
      maxExpand: 200,
      xml: false,
    });
    // the content policy takes no style attribute, and MathML does without
    return maths.replace(/\sstyle="[^"]*"/g, '');
  } catch {
    return undefined;
  }
}
