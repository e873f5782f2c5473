import type { MoodleAnswer, MoodleQuestion } from '../moodle/questions/moodle-question.ts';
import { htmlIn } from '../moodle/moodle-text.ts';
import { emptyQuestion, plainAnswer } from '../moodle/questions/empty-question.ts';

/** Questions of one category of a GIFT text, in their order. */
export interface GiftCategory {
  readonly name: string;
  readonly questions: readonly MoodleQuestion[];
}

/** Reads GIFT, the plain format of questions that Moodle documents: a blank line parts questions, `//` begins a comment. */
export function readGift(text: string): GiftCategory[] {
  const categories: { name: string; questions: MoodleQuestion[] }[] = [];
  let name = '';
  let number = 0;
  for (const piece of piecesOf(text)) {
    const category = /^\$CATEGORY:\s*(.+)$/m.exec(piece)?.[1];
    if (category !== undefined) name = category.replace(/^\$(course|module|system)\$\/?(top\/)?/, '').trim();
    const rest = piece.replace(/^\$CATEGORY:.*$/gm, '').trim();
    if (rest === '') continue;
    number += 1;
    const last = categories.at(-1);
    const question = giftQuestion(rest, number);
    if (last?.name === name) last.questions.push(question);
    else categories.push({ name, questions: [question] });
  }
  return categories;
}

const piecesOf = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => !/^\s*\/\//.test(line))
    .join('\n')
    .split(/\n[ \t]*\n+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** Escaped signs become marks while the text is taken apart. */
const signs = '~=#{}:';
const hidden = (text: string): string =>
  text
    .replace(/\\([~=#{}:])/g, (_, sign: string) => String.fromCharCode(0xe000 + signs.indexOf(sign)))
    .replace(/\\n/g, '\n');
const shown = (text: string): string =>
  text.replace(/[\ue000-\ue005]/g, (mark) => signs[mark.charCodeAt(0) - 0xe000] ?? '').trim();

function giftQuestion(source: string, number: number): MoodleQuestion {
  const text = hidden(source);
  const [, name = '', , format = 'moodle_auto_format', body = ''] =
    /^(?:::([\s\S]*?)::)?\s*(\[(html|markdown|plain|moodle)\])?([\s\S]*)$/.exec(text) ?? [];
  const open = body.indexOf('{');
  const close = body.lastIndexOf('}');
  const base = emptyQuestion(`gift-${number}`, source, 'gift');
  const asHtml = (words: string): string => htmlIn(shown(words), formats[format] ?? '0');
  if (open < 0 || close < open)
    return { ...base, name: shown(name), html: asHtml(body), qtype: 'description' };
  const after = body.slice(close + 1).trim();
  const words = after === '' ? body.slice(0, open) : `${body.slice(0, open).trimEnd()} _____ ${after}`;
  const [answers = '', general = ''] = body.slice(open + 1, close).split('####');
  return {
    ...base,
    name: shown(name) || shown(words).slice(0, 60),
    html: asHtml(words),
    generalFeedback: asHtml(general),
    ...asked(answers.trim(), asHtml),
  };
}

const formats: Readonly<Record<string, string>> = { html: '1', markdown: '4', plain: '2', moodle: '0' };

type Said = (words: string) => string;

function asked(answers: string, asHtml: Said): Partial<MoodleQuestion> {
  if (answers === '') return { qtype: 'essay' };
  const truth = /^(T|TRUE|F|FALSE)\b\s*(?:#([^#]*))?(?:#([\s\S]*))?$/i.exec(answers);
  if (truth !== null) return { qtype: 'truefalse', answers: truthAnswers(truth, asHtml) };
  if (answers.startsWith('#')) return { qtype: 'numerical', answers: numbersOf(answers.slice(1), asHtml) };
  const given = answersOf(answers, asHtml);
  if (given.every(({ plain }) => plain.includes('->')))
    return { qtype: 'match', pairs: given.map(({ plain }) => pairOf(plain, asHtml)) };
  if (!answers.includes('~')) return { qtype: 'shortanswer', answers: given };
  return { qtype: 'multichoice', single: given.some(({ fraction }) => fraction === 1), answers: given };
}

function truthAnswers([, truth = '', wrong = '', right = '']: RegExpExecArray, asHtml: Said): MoodleAnswer[] {
  const isTrue = /^T/i.test(truth);
  const of = (plain: 'true' | 'false'): MoodleAnswer => {
    const correct = (plain === 'true') === isTrue;
    return { ...plainAnswer(plain, correct ? 1 : 0), feedback: asHtml(correct ? right : wrong) };
  };
  return [of('true'), of('false')];
}

/** `=right#feedback ~%50%half ~wrong` */
function answersOf(text: string, asHtml: Said): MoodleAnswer[] {
  return text
    .split(/(?=[=~])/)
    .map((piece) => piece.trim())
    .filter((piece) => /^[=~]/.test(piece))
    .map((piece) => {
      const [, sign, share, rest = ''] = /^([=~])\s*(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(piece) ?? [];
      const [words = '', feedback = ''] = rest.split('#');
      const fraction = share === undefined ? (sign === '=' ? 1 : 0) : Number(share) / 100;
      return { ...plainAnswer(shown(words), fraction), html: asHtml(words), feedback: asHtml(feedback) };
    });
}

/** `5:0.1`, `4.9..5.1`, or several of them with `=` and shares. */
function numbersOf(text: string, asHtml: Said): MoodleAnswer[] {
  const pieces = /^\s*[=~]/.test(text) ? text.split(/(?=[=~])/) : [`=${text}`];
  return pieces.flatMap((piece) => {
    const [, share, rest = ''] = /^\s*[=~]?\s*(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(piece) ?? [];
    const [value = '', feedback = ''] = rest.split('#');
    const range = /^\s*(-?[\d.e+]+)\.\.(-?[\d.e+]+)\s*$/i.exec(value);
    const [from, to] = [Number(range?.[1]), Number(range?.[2])];
    const [middle = '', margin = '0'] =
      range === null ? value.split(':') : [String((from + to) / 2), String(Math.abs(to - from) / 2)];
    if (middle.trim() === '') return [];
    const fraction = share === undefined ? 1 : Number(share) / 100;
    return [{ ...plainAnswer(middle.trim(), fraction, Number(margin) || 0), feedback: asHtml(feedback) }];
  });
}

function pairOf(plain: string, asHtml: Said): MoodleQuestion['pairs'][number] {
  const [left = '', right = ''] = plain.split('->');
  return { html: asHtml(left), answer: right.trim() };
}
