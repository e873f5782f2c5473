import { shareOf } from '../../reading/choice-share.ts';
import type { MoodleAnswer, MoodleQuestion } from './moodle-question.ts';
import {
  frameOf,
  partOf,
  type QuestionInput,
  type QuestionScene,
  textAtItem,
  wordsOf,
} from './question-scene.ts';

interface Gap {
  readonly menu: boolean;
  readonly caseCounts: boolean;
  readonly number: boolean;
  readonly answers: readonly Pick<MoodleAnswer, 'plain' | 'html' | 'fraction' | 'feedback' | 'tolerance'>[];
}

/** A text with answers embedded: parts of their own in a backup, signs in the text of an export. */
export function clozeQuestion(question: MoodleQuestion, scene: QuestionScene): QuestionInput | undefined {
  const parts = question.sequence.map((id) => scene.questionNamed(id));
  if (parts.some((part) => part === undefined)) return undefined;
  const read =
    parts.length > 0
      ? fromParts(
          question.html,
          parts.filter((part) => part !== undefined),
        )
      : fromSigns(question.html);
  if (read.gaps.length === 0) return undefined;
  const frame = frameOf(question, scene, '');
  const gaps = read.gaps.map((gap, n) => ({
    id: partOf(scene, frame.id, String(n + 1)),
    ...asked(gap, scene, question.id),
  }));
  const html = read.html.replace(/\0(\d+)\0/g, (_, n: string) => `{{gap:${gaps[Number(n)]?.id ?? ''}}}`);
  const points = question.mark || read.gaps.length;
  return { ...frame, points, type: 'gap', body: textAtItem(html, question.id, scene), gaps };
}

function fromParts(html: string, parts: readonly MoodleQuestion[]): { html: string; gaps: Gap[] } {
  const gaps = parts.map(({ qtype, answers, caseCounts }) => ({
    menu: qtype.startsWith('multichoice'),
    number: qtype === 'numerical',
    caseCounts,
    answers,
  }));
  return { html: html.replace(/\{#(\d+)\}/g, (_, n: string) => `\0${Number(n) - 1}\0`), gaps };
}

const sign =
  /\{(\d*):(MULTICHOICE|MC|SHORTANSWER|SA|MW|NUMERICAL|NM|MULTIRESPONSE|MR)(_?[A-Z]*):((?:\\.|[^{}\\])+)\}/g;

/** `{1:SHORTANSWER:=Paris#Yes~%50%paris~*#No}` */
function fromSigns(html: string): { html: string; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const text = html.replace(sign, (_, _points: string, kind: string, more: string, answers: string) => {
    const number = kind === 'NUMERICAL' || kind === 'NM';
    const menu = /^M(ULTI|C|R)/.test(kind) || kind === 'MC';
    const caseCounts = /C$/.test(more) || /^(SAC|MWC)$/.test(`${kind}${more}`);
    gaps.push({ menu, number, caseCounts, answers: splitAnswers(answers, number) });
    return `\0${gaps.length - 1}\0`;
  });
  return { html: text, gaps };
}

const splitAnswers = (answers: string, number: boolean): Gap['answers'] =>
  answers.split(/(?<!\\)~/).map((each) => {
    const [, share, right, rest = ''] = /^(?:%(-?[\d.]+)%)?(=)?([\s\S]*)$/.exec(each.trim()) ?? [];
    const [said = '', feedback = ''] = rest.split(/(?<!\\)#/);
    const plain = said.replace(/\\([~#}="%/\\])/g, '$1').trim();
    const [value = '', tolerance = '0'] = number ? plain.split(':') : [plain];
    const fraction = share === undefined ? (right === '=' ? 1 : 0) : Number(share) / 100;
    return { plain: value, html: value, fraction, feedback, tolerance: Number(tolerance) || 0 };
  });

function asked({ menu, number, caseCounts, answers }: Gap, scene: QuestionScene, id: string) {
  const { book } = scene.texts(id);
  const best = Math.max(0, ...answers.map(({ fraction }) => fraction));
  if (menu) {
    return {
      choices: answers.map(({ html, fraction }) => ({
        text: wordsOf(html),
        ...shareOf(best > 0 && fraction === best, fraction),
      })),
    };
  }
  const tolerances = [
    ...new Set(answers.filter(({ fraction }) => fraction > 0).map(({ tolerance }) => tolerance)),
  ];
  if (number && tolerances.length > 1) book.lost('question-gap-tolerance', scene.label);
  if (answers.some(({ fraction, feedback }) => fraction <= 0 && feedback !== ''))
    book.lost('question-feedback', scene.label);
  const accepted = answers
    .filter(({ fraction, plain }) => fraction > 0 && plain !== '' && plain !== '*')
    .map(({ plain, fraction }) => ({ text: plain.slice(0, 500), credit: Math.min(1, fraction) }));
  return { accepted, caseCounts, ...(number && { tolerance: Math.max(0, ...tolerances) }) };
}
