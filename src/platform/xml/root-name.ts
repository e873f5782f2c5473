const furthest = 100_000;

/**
 * Local name of the first element of a document, without reading the document: comments, instructions and a document type
 * before it are passed over. Undefined when none begins within the first hundred thousand characters.
 */
export function rootName(text: string): string | undefined {
  let at = 0;
  for (;;) {
    while (at < furthest && /[\s\ufeff]/.test(text.charAt(at))) at += 1;
    if (at >= furthest || text.charAt(at) !== '<') return undefined;
    const end = endOfAside(text, at);
    if (end === undefined)
      return /^(?:[\w.-]{1,100}:)?([\w.-]{1,100})/.exec(text.slice(at + 1, at + 202))?.[1];
    if (end < 0) return undefined;
    at = end;
  }
}

/** Where a comment, an instruction or a document type ends: -1 when it does not, undefined when none begins here. */
function endOfAside(text: string, at: number): number | undefined {
  const after = (sign: string): number => {
    const found = text.indexOf(sign, at);
    return found < 0 ? -1 : found + sign.length;
  };
  if (text.startsWith('<?', at)) return after('?>');
  if (text.startsWith('<!--', at)) return after('-->');
  if (!text.startsWith('<!', at)) return undefined;
  const [bracket, close] = [text.indexOf('[', at), text.indexOf('>', at)];
  return bracket < 0 || bracket > close ? after('>') : after(']>');
}
