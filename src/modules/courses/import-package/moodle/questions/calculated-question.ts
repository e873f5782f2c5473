import type { MoodleQuestion } from './moodle-question.ts';
import type { QuestionInput, QuestionScene } from './question-scene.ts';
import { numericalQuestion } from './typed-question.ts';

/** A question with chance values is asked with the first values that the platform had drawn. */
export function calculatedQuestion(
  question: MoodleQuestion,
  scene: QuestionScene,
): QuestionInput | undefined {
  const filled = (text: string): string => withValues(text, question.values, '');
  const answers = question.answers.map((answer) => {
    const formula = withValues(answer.plain, question.values, '()');
    return { ...answer, plain: String(calculate(formula) ?? '') };
  });
  const [first] = answers;
  if (first === undefined || first.plain === '' || Object.keys(question.values).length === 0)
    return undefined;
  scene.texts(question.id).book.lost('question-fixed-values', scene.label);
  const html = filled(question.html).replace(/\{=([^{}]+)\}/g, (whole, formula: string) =>
    String(calculate(formula) ?? whole),
  );
  return numericalQuestion({ ...question, html, answers }, scene);
}

const withValues = (text: string, values: MoodleQuestion['values'], around: string): string =>
  text.replace(/\{([^{}=]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : `${around.slice(0, 1)}${value}${around.slice(1)}`;
  });

/** A small calculator: numbers, the four operations, powers, brackets, and the functions of Moodle that take one number. */
export function calculate(formula: string): number | undefined {
  const tokens =
    formula.toLowerCase().match(/\d+\.?\d*(?:e[+-]?\d+)?|\.\d+|[a-z]\w*|\*\*|[-+*/^(),]|\S/g) ?? [];
  let at = 0;
  const take = (...wanted: readonly string[]): boolean => wanted.includes(tokens[at] ?? '') && (at += 1) > 0;
  const atom = (): number => {
    if (take('-')) return -power();
    if (take('+')) return power();
    if (take('(')) return closed(sum());
    const token = tokens[at] ?? '';
    at += 1;
    if (/^[\d.]/.test(token)) return Number(token);
    const given = take('(') ? (take(')') ? [] : list()) : [];
    return functions[token]?.(...given) ?? Number.NaN;
  };
  const closed = (value: number): number => (take(')') ? value : Number.NaN);
  const list = (): number[] => {
    const values = [sum()];
    while (take(',')) values.push(sum());
    return take(')') ? values : [Number.NaN];
  };
  const power = (): number => {
    const base = atom();
    return take('^', '**') ? base ** power() : base;
  };
  const product = (): number => {
    let value = power();
    for (;;) {
      if (take('*')) value *= power();
      else if (take('/')) value /= power();
      else return value;
    }
  };
  const sum = (): number => {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('-')) value -= product();
      else return value;
    }
  };
  if (tokens.length === 0 || tokens.length > 500) return undefined;
  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? Number(value.toPrecision(12)) : undefined;
}

const functions: Readonly<Record<string, (...values: number[]) => number>> = {
  pi: () => Math.PI,
  abs: Math.abs,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  floor: Math.floor,
  ceil: Math.ceil,
  round: (value = 0, places = 0) => Math.round(value * 10 ** places) / 10 ** places,
  pow: (base = 0, exponent = 1) => base ** exponent,
  min: Math.min,
  max: Math.max,
  deg2rad: (degrees = 0) => (degrees * Math.PI) / 180,
  rad2deg: (radians = 0) => (radians * 180) / Math.PI,
};
