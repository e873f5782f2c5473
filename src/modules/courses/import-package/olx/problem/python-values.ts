/** Values of a script's plain assignments, as they are written into a problem. */
export interface ScriptValues {
  readonly values: ReadonlyMap<string, string>;
  /** Whether any was drawn at random: here it gets one value from the middle of its range. */
  readonly drawn: boolean;
}

type Value = number | string;

/**
 * Reads the lines of a script that only reckon: `x = random.randint(1, 9)`, `y = 2*x + 1`. Nothing is run: every other
 * line, and every name that such a line gives, is left out.
 */
export function pythonValues(script: string): ScriptValues {
  const known = new Map<string, Value>();
  let drawn = false;
  for (const line of script.slice(0, 20_000).split(/\r?\n|;/)) {
    const [, name, expression] = /^([A-Za-z_]\w*)\s*=(?!=)\s*([^#]+?)\s*(?:#.*)?$/.exec(line) ?? [];
    if (name === undefined || expression === undefined) {
      forgetChanged(line, known);
      continue;
    }
    const value = new Reckoner(expression, known, () => (drawn = true)).value();
    if (value === undefined) known.delete(name);
    else known.set(name, value);
  }
  return { values: new Map([...known].map(([name, value]) => [name, written(value)])), drawn };
}

/** Lines inside of conditions, loops and functions may give a name another value. */
function forgetChanged(line: string, known: Map<string, Value>): void {
  const name =
    /^\s+([A-Za-z_]\w*)\s*[-+*/]?=(?!=)/.exec(line)?.[1] ?? /^([A-Za-z_]\w*)\s*[-+*/]=/.exec(line)?.[1];
  if (name !== undefined) known.delete(name);
}

const written = (value: Value): string =>
  typeof value === 'string' ? value : String(Number.isInteger(value) ? value : Number(value.toPrecision(12)));

const constants: Readonly<Record<string, number>> = {
  'math.pi': Math.PI,
  pi: Math.PI,
  'numpy.pi': Math.PI,
  'math.e': Math.E,
};

const functions: Readonly<Record<string, (...given: number[]) => number>> = {
  abs: Math.abs,
  int: Math.trunc,
  float: (value) => value,
  min: Math.min,
  max: Math.max,
  pow: (base, power) => base ** power,
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  exp: Math.exp,
  log: (value, base) => (base === undefined ? Math.log(value) : Math.log(value) / Math.log(base)),
  log10: Math.log10,
  floor: Math.floor,
  ceil: Math.ceil,
  round: (value, digits = 0) => Number(value.toFixed(Math.min(20, Math.max(0, digits)))),
};

/** In the middle of what could have been drawn. */
const draws: Readonly<Record<string, (...given: number[]) => number>> = {
  'random.randint': (from, to) => Math.floor((from + to) / 2),
  'random.randrange': (from, to, step = 1) =>
    to === undefined ? Math.floor(from / 2) : from + step * Math.floor((to - from) / step / 2),
  'random.uniform': (from, to) => (from + to) / 2,
  'random.choice': (...list) => list[Math.floor(list.length / 2)] ?? Number.NaN,
};

const token =
  /\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)|([A-Za-z_][\w.]*)|('[^'\\]*'|"[^"\\]*")|(\*\*|\/\/|[-+*/%(),[\]]))/y;

/** Arithmetic and nothing else, from left to right, by descent. */
class Reckoner {
  readonly #tokens: readonly string[] | undefined;
  readonly #known: ReadonlyMap<string, Value>;
  readonly #onDraw: () => void;
  #at = 0;

  constructor(expression: string, known: ReadonlyMap<string, Value>, onDraw: () => void) {
    this.#tokens = tokensOf(expression);
    this.#known = known;
    this.#onDraw = onDraw;
  }

  value(): Value | undefined {
    const tokens = this.#tokens;
    if (tokens === undefined || tokens.length === 0 || tokens.length > 200) return undefined;
    const [only] = tokens;
    if (tokens.length === 1 && only !== undefined && /^['"]/.test(only)) return only.slice(1, -1);
    const value = this.#sum();
    return this.#at === tokens.length && Number.isFinite(value) ? value : undefined;
  }

  #take(...wanted: readonly string[]): string | undefined {
    const next = this.#tokens?.[this.#at];
    if (next === undefined || !wanted.includes(next)) return undefined;
    this.#at += 1;
    return next;
  }

  #sum(): number {
    let value = this.#product();
    for (let sign = this.#take('+', '-'); sign !== undefined; sign = this.#take('+', '-'))
      value = sign === '+' ? value + this.#product() : value - this.#product();
    return value;
  }

  #product(): number {
    let value = this.#signed();
    for (
      let sign = this.#take('*', '/', '//', '%');
      sign !== undefined;
      sign = this.#take('*', '/', '//', '%')
    ) {
      const other = this.#signed();
      if (sign === '*') value *= other;
      else if (sign === '/') value /= other;
      else if (sign === '//') value = Math.floor(value / other);
      else value -= other * Math.floor(value / other);
    }
    return value;
  }

  #signed(): number {
    const sign = this.#take('+', '-');
    if (sign !== undefined) return sign === '-' ? -this.#signed() : this.#signed();
    const base = this.#atom();
    return this.#take('**') === undefined ? base : base ** this.#signed();
  }

  #atom(): number {
    if (this.#take('(') !== undefined) {
      const value = this.#sum();
      return this.#take(')') === undefined ? Number.NaN : value;
    }
    const next = this.#tokens?.[this.#at] ?? '';
    this.#at += 1;
    if (/^[\d.]/.test(next)) return Number(next);
    if (this.#take('(') !== undefined) return this.#called(next);
    const known = this.#known.get(next) ?? constants[next];
    return typeof known === 'number' ? known : Number.NaN;
  }

  #called(name: string): number {
    const bracket = this.#take('[');
    const given: number[] = [];
    do given.push(this.#sum());
    while (this.#take(',') !== undefined);
    if (bracket !== undefined && this.#take(']') === undefined) return Number.NaN;
    if (this.#take(')') === undefined) return Number.NaN;
    const draw = Object.hasOwn(draws, name) ? draws[name] : undefined;
    if (draw) this.#onDraw();
    const plain = name.replace(/^(?:math|numpy|np)\./, '');
    return (
      (draw ?? (Object.hasOwn(functions, plain) ? functions[plain] : undefined))?.(...given) ?? Number.NaN
    );
  }
}

function tokensOf(expression: string): string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let at = 0; at < expression.trimEnd().length; at = token.lastIndex) {
    const match = token.exec(expression);
    if (match === null) return undefined;
    tokens.push(match[0].trim());
  }
  return tokens;
}
