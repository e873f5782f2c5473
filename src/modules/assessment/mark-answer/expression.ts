import { plainDigits } from './plain-digits.ts';

/** Values of variables by their names. */
export type Variables = Readonly<Record<string, number>>;
export type Expression = (variables: Variables) => number;

const longest = 500;
const deepest = 40;

const factorial = (n: number): number => {
  if (!Number.isInteger(n) || n < 0 || n > 170) return Number.NaN;
  let product = 1;
  for (let factor = 2; factor <= n; factor += 1) product *= factor;
  return product;
};

const functions = new Map<string, (x: number) => number>(
  Object.entries({
    sin: Math.sin,
    cos: Math.cos,
    tan: Math.tan,
    cot: (x: number) => 1 / Math.tan(x),
    sec: (x: number) => 1 / Math.cos(x),
    csc: (x: number) => 1 / Math.sin(x),
    asin: Math.asin,
    acos: Math.acos,
    atan: Math.atan,
    arcsin: Math.asin,
    arccos: Math.acos,
    arctan: Math.atan,
    sinh: Math.sinh,
    cosh: Math.cosh,
    tanh: Math.tanh,
    sqrt: Math.sqrt,
    cbrt: Math.cbrt,
    exp: Math.exp,
    ln: Math.log,
    log: Math.log10,
    log10: Math.log10,
    log2: Math.log2,
    abs: Math.abs,
    sign: Math.sign,
    floor: Math.floor,
    ceil: Math.ceil,
    round: Math.round,
    fact: factorial,
    factorial,
  }),
);
const constants = new Map([
  ['pi', Math.PI],
  ['π', Math.PI],
  ['e', Math.E],
]);

/** Not an expression that we read; `at` says where reading stopped. */
class Unreadable extends Error {}

/**
 * Reads an expression of real numbers: + - * / ^ !, parentheses, products without a sign ("2x"), functions of one
 * argument, pi and e. It is a calculator and nothing else: no assignment, no text, no list, nothing to call by name but
 * the table above, and its size is bounded.
 * @returns undefined where it cannot be read or names something unknown
 */
export function readExpression(text: string, variables: readonly string[] = []): Expression | undefined {
  if (text.length > longest) return undefined;
  try {
    return new Reader(tokensOf(text, new Set(variables))).whole();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable' | 'function' | 'sign'; readonly name: string };

const tokenPattern =
  /\s+|(\d+(?:[.,]\d+)?|[.,]\d+)(e[+-]?\d+)?|(\p{L}[\p{L}\p{M}\p{N}_]*'*)|(\*\*|[-+*/^!()√])/giuy;

function tokensOf(text: string, variables: ReadonlySet<string>): Token[] {
  const plain = plainDigits(text);
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < plain.length) {
    const match = tokenPattern.exec(plain);
    if (!match) throw new Unreadable();
    const [, digits, exponent = '', name, sign] = match;
    if (digits !== undefined)
      tokens.push({ kind: 'number', value: Number(digits.replace(',', '.') + exponent) });
    else if (name !== undefined) tokens.push(...named(name, variables));
    else if (sign !== undefined) tokens.push(signToken(sign));
  }
  return tokens;
}

function signToken(sign: string): Token {
  if (sign === '√') return { kind: 'function', name: 'sqrt' };
  return { kind: 'sign', name: sign === '**' ? '^' : sign };
}

/** A variable, a constant, a function, or variables written side by side: "xy". */
function named(name: string, variables: ReadonlySet<string>): Token[] {
  if (variables.has(name)) return [{ kind: 'variable', name }];
  if (functions.has(name.toLowerCase())) return [{ kind: 'function', name: name.toLowerCase() }];
  const constant = constants.get(name) ?? constants.get(name.toLowerCase());
  if (constant !== undefined) return [{ kind: 'number', value: constant }];
  const letters = [...name];
  if (letters.length > 1 && letters.every((letter) => variables.has(letter)))
    return letters.map((letter) => ({ kind: 'variable', name: letter }));
  throw new Unreadable();
}

class Reader {
  #at = 0;
  #depth = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const read = this.#sum();
    if (this.#at < this.#tokens.length) throw new Unreadable();
    return read;
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.name !== sign) return false;
    this.#at += 1;
    return true;
  }

  #sum(): Expression {
    let left = this.#product();
    for (;;) {
      const before = left;
      if (this.#takes('+')) {
        const right = this.#product();
        left = (at) => before(at) + right(at);
      } else if (this.#takes('-')) {
        const right = this.#product();
        left = (at) => before(at) - right(at);
      } else return left;
    }
  }

  #product(): Expression {
    let left = this.#signed();
    for (;;) {
      const before = left;
      if (this.#takes('/')) {
        const right = this.#signed();
        left = (at) => before(at) / right(at);
      } else if (this.#takes('*') || this.#startsOperand()) {
        const right = this.#signed();
        left = (at) => before(at) * right(at);
      } else return left;
    }
  }

  /** What follows directly is multiplied, but two numbers side by side are a slip. */
  #startsOperand(): boolean {
    const token = this.#tokens[this.#at];
    const before = this.#tokens[this.#at - 1];
    if (token === undefined || (token.kind === 'number' && before?.kind === 'number')) return false;
    return token.kind !== 'sign' || token.name === '(';
  }

  #signed(): Expression {
    this.#depth += 1;
    if (this.#depth > deepest) throw new Unreadable();
    const read = this.#signedOperand();
    this.#depth -= 1;
    return read;
  }

  #signedOperand(): Expression {
    if (this.#takes('+')) return this.#signed();
    if (!this.#takes('-')) return this.#power();
    const of = this.#signed();
    return (at) => -of(at);
  }

  #power(): Expression {
    const base = this.#operand();
    if (!this.#takes('^')) return base;
    const exponent = this.#signed();
    return (at) => base(at) ** exponent(at);
  }

  #operand(): Expression {
    let read = this.#primary();
    while (this.#takes('!')) {
      const of = read;
      read = (at) => factorial(of(at));
    }
    return read;
  }

  #primary(): Expression {
    if (this.#takes('(')) return this.#closed();
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'sign') throw new Unreadable();
    this.#at += 1;
    if (token.kind === 'number') return () => token.value;
    if (token.kind === 'variable') return (at) => at[token.name] ?? Number.NaN;
    const call = functions.get(token.name) ?? Number.NaN;
    if (typeof call === 'number') throw new Unreadable();
    const of = this.#takes('(') ? this.#closed() : token.name === 'sqrt' ? this.#operand() : undefined;
    if (of === undefined) throw new Unreadable();
    return (at) => call(of(at));
  }

  #closed(): Expression {
    const inside = this.#sum();
    if (!this.#takes(')')) throw new Unreadable();
    return inside;
  }
}
