import type { XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { elementsBelow, elementsOf } from '../../../../../platform/xml/xml-tree.ts';
import type { Note } from '../../package-reader.ts';
import { distinct, readText } from '../course-html.ts';
import { numberIn } from '../json-attribute.ts';
import type { LeafScene } from '../leaf.ts';
import { escaped } from '../plain-html.ts';
import { readAnnotation } from './annotations.ts';
import { readDropdowns, readMultiple, readSingle } from './choices.ts';
import { readFormula } from './formulas.ts';
import { demandHints, gapText } from './gap-text.ts';
import { readImage } from './images.ts';
import { readNumber } from './numbers.ts';
import { isLaidOut, partsOf, responsesIn } from './problem-parts.ts';
import { fieldLabel, isBlank, shownInside, solutionHtml } from './problem-text.ts';
import type { AskedField, QuestionDraft, ResponseReader, ResponseScene } from './response.ts';
import { readShortText } from './texts.ts';

const readers: Readonly<Record<string, ResponseReader>> = {
  multiplechoiceresponse: readSingle,
  choiceresponse: readMultiple,
  truefalseresponse: readMultiple,
  optionresponse: readDropdowns,
  stringresponse: readShortText,
  numericalresponse: readNumber,
  formularesponse: readFormula,
  imageresponse: readImage,
  annotationresponse: readAnnotation,
};

/** A problem as questions, with what could not be asked here. */
export interface ReadProblem {
  /** Words before the first question where they belong to all of them. */
  readonly intro: string;
  readonly questions: readonly QuestionDraft[];
  /** Words after the last question. */
  readonly after: string;
  /** Names of response elements that need another platform's code. */
  readonly unread: readonly string[];
  readonly notes: readonly Note[];
}

/** @param prefix begins the ids of its questions where several problems share a bank */
export async function readProblem(
  problem: XmlNode,
  attributes: Readonly<Record<string, string>>,
  leaf: LeafScene,
  prefix = '',
): Promise<ReadProblem> {
  const notes: Note[] = [];
  const text = (html: string): string => {
    const read = readText(html, leaf);
    notes.push(...read.notes);
    return read.text;
  };
  const scene: ResponseScene = { leaf, note: (note) => notes.push(note), text };
  const asked = await ask(problem, scene);
  const questions = finish(asked.questions, problem, attributes, prefix, scene);
  return { intro: asked.intro, after: asked.after, questions, unread: asked.unread, notes: distinct(notes) };
}

/** A question with its words; points and what is said later are still to come. */
interface Question extends AskedField {
  readonly prompt: string;
  readonly explanation: string;
}

interface Asked {
  readonly intro: string;
  readonly questions: readonly Question[];
  readonly after: string;
  readonly unread: readonly string[];
}

async function ask(problem: XmlNode, scene: ResponseScene): Promise<Asked> {
  if (isLaidOut(problem)) {
    const gaps = gapText(problem, scene);
    const explanation = responsesIn(problem)
      .map((each) => scene.text(solutionHtml(each)))
      .join('');
    if (gaps) return { intro: '', after: '', unread: [], questions: [{ ...gaps, prompt: '', explanation }] };
  }
  return askInLine(problem, scene);
}

async function askInLine(problem: XmlNode, scene: ResponseScene): Promise<Asked> {
  const several = responsesIn(problem).length > 1;
  const questions: Question[] = [];
  const unread: string[] = [];
  let intro = '';
  let words = '';
  for (const part of partsOf(problem)) {
    if ('html' in part) {
      words += part.html;
      continue;
    }
    const own = shownInside(part.response);
    const first = questions.length === 0 && unread.length === 0;
    if (first && several && !isBlank(scene.text(own))) {
      intro = scene.text(words);
      words = '';
    }
    const fields = await readers[part.response.name]?.(part.response, scene);
    if (fields === undefined || fields.length === 0) unread.push(part.response.name);
    else questions.push(...withWords(part.response, words + own, fields, scene));
    words = '';
  }
  return { intro, questions, after: scene.text(words), unread };
}

/** The words of a response go to its first field; further fields have their own. */
function withWords(
  response: XmlNode,
  html: string,
  fields: readonly AskedField[],
  scene: ResponseScene,
): Question[] {
  const shared = scene.text(html) || scene.text(escaped(fieldLabel(response)));
  const explanation = scene.text(solutionHtml(response));
  return fields.map((field, at) => {
    const own = field.prompt === undefined || field.prompt === shared ? '' : field.prompt;
    const prompt = at === 0 ? join(shared, own === fieldLabel(response) && shared !== '' ? '' : own) : own;
    return { ...field, prompt, explanation: at === fields.length - 1 ? explanation : '' };
  });
}

const join = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');

function finish(
  asked: readonly Question[],
  problem: XmlNode,
  attributes: Readonly<Record<string, string>>,
  prefix: string,
  scene: ResponseScene,
): QuestionDraft[] {
  const hints = demandHints(problem).map((hint) => scene.text(shownInside(hint)));
  const solution = scene.text(solutionHtml({ ...problem, children: unanswered(problem) }));
  const marked = asked.filter(({ unmarked }) => unmarked !== true);
  const weight = numberIn(attributes['weight']);
  const title = attributes['display_name'] ?? '';
  return asked.map(({ field, prompt, explanation, unmarked }, at): QuestionDraft => {
    const said = join(explanation, at === asked.length - 1 ? solution : '');
    const words = prompt === '' && field.type !== 'gap' ? `<p>${escaped(title)}</p>` : prompt;
    return {
      ...field,
      id: prefix === '' ? `question-${at + 1}` : `${prefix.slice(0, 70)}-${at + 1}`,
      prompt: words === '<p></p>' ? '' : words,
      points: unmarked ? 0 : pointsEach(field, weight, marked.length),
      hints: at === 0 ? hints.slice(0, 20) : [],
      ...(said !== '' && { explanation: said }),
    } as QuestionDraft;
  });
}

/** One point a field; the problem's weight is that of all its fields together. */
function pointsEach(field: AskedField['field'], weight: number | undefined, count: number): number {
  const fields = field.type === 'gap' ? field.gaps.length : 1;
  if (weight === undefined || weight < 0) return fields;
  return Math.min(1000, Math.round((weight / Math.max(1, count)) * 1000) / 1000);
}

/** Solutions of the whole problem, wherever they stand outside its responses. */
function unanswered(problem: XmlNode): XmlNode[] {
  const inside = new Set(responsesIn(problem).flatMap((response) => elementsBelow(response, 'solution')));
  const direct = elementsOf(problem, 'solutionset');
  const nested = new Set(direct.flatMap((set) => elementsBelow(set, 'solution')));
  return [
    ...elementsBelow(problem, 'solution').filter((each) => !inside.has(each) && !nested.has(each)),
    ...direct,
  ];
}
