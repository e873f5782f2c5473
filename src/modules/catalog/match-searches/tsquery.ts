/** A tsquery as this program writes them (match-expression.ts): quoted lexemes, `&`, `|`, `!`, `<distance>`, brackets. */
export type Expression =
  | { readonly kind: 'lexeme'; readonly lexeme: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'none'; readonly of: Expression }
  /** Lexemes in a row, each with its distance from the one before (the first: 0). */
  | { readonly kind: 'row'; readonly words: readonly RowWord[] };

export interface RowWord {
  readonly lexeme: string;
  readonly distance: number;
}

interface Reader {
  readonly text: string;
  at: number;
}

/** Reads a tsquery text; throws on whatever match-expression.ts does not write. */
export function parseExpression(text: string): Expression {
  const reader = { text, at: 0 };
  const expression = any(reader);
  if (peek(reader) !== '') throw unreadable(reader);
  return expression;
}

function any(reader: Reader): Expression {
  const of = [all(reader)];
  while (take(reader, '|')) of.push(all(reader));
  return of.length === 1 && of[0] ? of[0] : { kind: 'any', of };
}

function all(reader: Reader): Expression {
  const of = [single(reader)];
  while (take(reader, '&')) of.push(single(reader));
  return of.length === 1 && of[0] ? of[0] : { kind: 'all', of };
}

function single(reader: Reader): Expression {
  if (take(reader, '!')) return { kind: 'none', of: single(reader) };
  if (!take(reader, '(')) return row(reader);
  const inside = any(reader);
  if (!take(reader, ')')) throw unreadable(reader);
  return inside;
}

function row(reader: Reader): Expression {
  const first = lexeme(reader);
  const words: RowWord[] = [{ lexeme: first, distance: 0 }];
  while (take(reader, '<')) {
    const end = reader.text.indexOf('>', reader.at);
    const distance = Number(reader.text.slice(reader.at, end));
    if (end < 0 || !Number.isSafeInteger(distance)) throw unreadable(reader);
    reader.at = end + 1;
    words.push({ lexeme: lexeme(reader), distance });
  }
  return words.length === 1 ? { kind: 'lexeme', lexeme: first } : { kind: 'row', words };
}

function lexeme(reader: Reader): string {
  if (!take(reader, "'")) throw unreadable(reader);
  const end = reader.text.indexOf("'", reader.at);
  if (end < 0) throw unreadable(reader);
  const found = reader.text.slice(reader.at, end);
  reader.at = end + 1;
  return found;
}

function peek(reader: Reader): string {
  while (reader.text[reader.at] === ' ') reader.at += 1;
  return reader.text[reader.at] ?? '';
}

function take(reader: Reader, sign: string): boolean {
  if (peek(reader) !== sign) return false;
  reader.at += 1;
  return true;
}

const unreadable = ({ text, at }: Reader): Error =>
  new Error(`the tsquery ${text} is not understood from letter ${at} on`);
