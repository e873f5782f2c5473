export type JsonReading =
  { readonly value: unknown; readonly repaired: boolean } | { readonly problem: string };

const opening = /^(?:(?:\/\/|\/\*)?\s{0,9}<!\[CDATA\[(?:\s{0,9}\*\/)?|<!--|<script[^>]{0,999}>)/i;
const closing = /(?:(?:\/\/|\/\*)?\s{0,9}\]\]>(?:\s{0,9}\*\/)?|(?:\/\/\s{0,9})?-->|<\/script>|;)$/i;

/** Takes off what stands around the JSON; only the ends are looked at, so that long texts cost no time. */
function peeled(text: string): string {
  let bare = text.trim();
  for (let turn = 0; turn < 4; turn += 1) {
    const start = opening.exec(bare.slice(0, 1100))?.[0].length ?? 0;
    bare = bare.slice(start).trim();
    const end = closing.exec(bare.slice(-40))?.[0].length ?? 0;
    bare = bare.slice(0, bare.length - end).trim();
  }
  return bare;
}

/**
 * JSON as pages really carry it: inside comments or CDATA, with raw line breaks in strings, trailing commas, comments,
 * escapes that JSON does not know, or with its quotes as HTML entities. `repaired` tells that it was not valid JSON.
 */
export function readTolerantJson(text: string): JsonReading {
  const whole = parse(text);
  if ('value' in whole) return { value: whole.value, repaired: false };
  let bare = peeled(text);
  if (!bare.includes('"') && /&(quot|#34|#x22);/i.test(bare)) bare = unquoted(bare);
  const mended = parse(mend(bare));
  return 'value' in mended ? { value: mended.value, repaired: true } : { problem: whole.problem };
}

function parse(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problem: `broken JSON: ${message.replace(/\s+/g, ' ').slice(0, 160)}` };
  }
}

const unquoted = (text: string): string =>
  text.replace(/&(?:quot|#34|#x22);/gi, '"').replace(/&(?:amp|#38);/gi, '&');

/** One pass over the text that knows whether it stands inside a string. */
function mend(text: string): string {
  const out: string[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') {
      const end = mendString(text, at, out);
      at = end;
    } else if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      at = afterComment(text, at);
    } else {
      if (char === '}' || char === ']') dropTrailingComma(out);
      out.push(char);
      at += 1;
    }
  }
  return out.join('');
}

function afterComment(text: string, at: number): number {
  const close = text[at + 1] === '/' ? '\n' : '*/';
  const end = text.indexOf(close, at + 2);
  return end < 0 ? text.length : end + close.length;
}

function dropTrailingComma(out: string[]): void {
  let last = out.length - 1;
  while (last >= 0 && /^\s$/.test(out[last] ?? '')) last -= 1;
  if (out[last] === ',') out[last] = '';
}

const controls: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Copies one string with what JSON forbids in it escaped; returns the position after its closing quote. */
function mendString(text: string, start: number, out: string[]): number {
  out.push('"');
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') {
      out.push('"');
      return at + 1;
    }
    if (char === '\\') {
      out.push(escapeAt(text, at));
      at += 1;
    } else if (char < ' ') out.push(controls[char] ?? ' ');
    else out.push(char);
  }
  return text.length;
}

function escapeAt(text: string, at: number): string {
  const next = text.charAt(at + 1);
  if (next === 'u') return /^[0-9a-f]{4}/i.test(text.slice(at + 2, at + 6)) ? '\\u' : '\\\\u';
  if (next in controls) return controls[next] ?? ' ';
  return '"\\/bfnrt'.includes(next) && next !== '' ? `\\${next}` : next;
}
