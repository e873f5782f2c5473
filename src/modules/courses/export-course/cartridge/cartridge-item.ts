import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import type { Choice, Question, QuestionOf, QuestionType } from '../../content/questions.ts';
import { type TargetLinks, targetText } from '../target-text.ts';

/** What writing an item may ask for. */
export interface ItemScene {
  readonly links: TargetLinks;
  note(code: string, values?: Readonly<Record<string, string | number>>): void;
}

type Writers = { [T in QuestionType]?: (question: QuestionOf<T>, scene: ItemScene) => ItemBody | undefined };

/** What of an item differs by its type. */
interface ItemBody {
  readonly profile: string;
  readonly response: string;
  /** Condition under which it is right; empty where a person looks at it. */
  readonly right: string;
  /** Words for an answer: its condition, and the words. */
  readonly feedback?: readonly { readonly when: string; readonly text: string }[];
}

const html = (text: string, { links }: ItemScene): string =>
  xmlElement('material', [xmlElement('mattext', targetText(text, links), { texttype: 'text/html' })]);

const chosen = (id: string): string => xmlElement('varequal', id, { respident: 'response1' });

function choices(
  list: readonly Choice[],
  cardinality: 'Single' | 'Multiple',
  shuffle: boolean,
  scene: ItemScene,
): string {
  if (list.some(({ feedbackUnchosen }) => feedbackUnchosen !== undefined)) scene.note('feedback-left-out');
  const labels = list.map(({ id, text }) => xmlElement('response_label', [html(text, scene)], { ident: id }));
  const shown = xmlElement('render_choice', labels, { shuffle: shuffle ? 'Yes' : 'No' });
  return xmlElement('response_lid', [shown], { ident: 'response1', rcardinality: cardinality });
}

const wordsFor = (list: readonly Choice[]): { when: string; text: string }[] =>
  list.flatMap(({ id, feedback }) => (feedback === undefined ? [] : [{ when: chosen(id), text: feedback }]));

function oneOf(
  question: QuestionOf<'single'> | QuestionOf<'dropdown'>,
  scene: ItemScene,
): ItemBody | undefined {
  const right = question.choices.find((each) => each.right);
  if (right === undefined) return undefined;
  if (question.type === 'dropdown') scene.note('dropdown-as-choice');
  if (question.choices.some((each) => each.credit !== undefined)) scene.note('part-credit-left-out');
  return {
    profile: 'cc.multiple_choice.v0p1',
    response: choices(question.choices, 'Single', question.shuffle, scene),
    right: chosen(right.id),
    feedback: wordsFor(question.choices),
  };
}

function multiple(question: QuestionOf<'multiple'>, scene: ItemScene): ItemBody {
  if (question.credit !== 'all') scene.note('part-credit-left-out');
  if (question.combinations.length > 0) scene.note('feedback-left-out');
  const conditions = question.choices.map(({ id, right }) =>
    right ? chosen(id) : xmlElement('not', [chosen(id)]),
  );
  return {
    profile: 'cc.multiple_response.v0p1',
    response: choices(question.choices, 'Multiple', question.shuffle, scene),
    right: xmlElement('and', conditions),
    feedback: wordsFor(question.choices),
  };
}

const written = (rows: number): string =>
  xmlElement('response_str', [xmlElement('render_fib', [], { fibtype: 'String', rows: String(rows) })], {
    ident: 'response1',
    rcardinality: 'Single',
  });

const typed = (text: string, caseCounts: boolean): string =>
  xmlElement('varequal', text, { respident: 'response1', case: caseCounts ? 'Yes' : 'No' });

function fillIn(
  answers: readonly { text: string; feedback?: string | undefined }[],
  caseCounts: boolean,
): ItemBody {
  const conditions = answers.map(({ text }) => typed(text, caseCounts));
  return {
    profile: 'cc.fib.v0p1',
    response: written(1),
    right: conditions.length === 1 ? (conditions[0] ?? '') : xmlElement('or', conditions),
    feedback: answers.flatMap(({ text, feedback }) =>
      feedback === undefined ? [] : [{ when: typed(text, caseCounts), text: feedback }],
    ),
  };
}

function shortText(question: QuestionOf<'text'>, scene: ItemScene): ItemBody | undefined {
  const whole = question.accepted.filter(({ credit, text }) => credit === 1 && text !== '');
  if (whole.length === 0 || question.match === 'pattern') return undefined;
  if (whole.length < question.accepted.length) scene.note('part-credit-left-out');
  if (question.expected.length > 0) scene.note('feedback-left-out');
  if (question.match === 'words' && !question.accents) scene.note('accents-count');
  return fillIn(whole, question.match === 'exact');
}

/** Numbers are texts there: what is written the same way is right. */
function number({ answers, unit }: QuestionOf<'number'>, scene: ItemScene): ItemBody | undefined {
  const plain = answers.flatMap((answer) =>
    'value' in answer && answer.credit === 1 && /^-?\d+([.,]\d+)?$/.test(answer.value) ? [answer] : [],
  );
  if (plain.length === 0) return undefined;
  scene.note('number-as-text');
  if (unit !== undefined) scene.note('unit-left-out');
  const ways = plain.flatMap(({ value, feedback }) =>
    [...new Set([value, value.replace('.', ','), value.replace(',', '.')])].map((text) => ({
      text,
      feedback,
    })),
  );
  return fillIn(ways, false);
}

const essay = (): ItemBody => ({ profile: 'cc.essay.v0p1', response: written(10), right: '' });

const writers: Writers = { single: oneOf, dropdown: oneOf, multiple, text: shortText, number, essay };

const field = (name: string, value: string): string =>
  xmlElement('qtimetadatafield', [xmlElement('fieldlabel', name), xmlElement('fieldentry', value)]);

const feedbackElement = (id: string, text: string, scene: ItemScene): string =>
  xmlElement('itemfeedback', [xmlElement('flow_mat', [html(text, scene)])], { ident: id });

const shows = (id: string): string =>
  xmlElement('displayfeedback', [], { feedbacktype: 'Response', linkrefid: id });

function processing({ right, feedback = [] }: ItemBody, explained: boolean): string {
  const condition = (when: string, goesOn: boolean, deeds: readonly string[]): string =>
    xmlElement('respcondition', [xmlElement('conditionvar', [when]), ...deeds], {
      continue: goesOn ? 'Yes' : 'No',
    });
  const conditions = [
    ...(explained ? [condition('<other/>', true, [shows('general_fb')])] : []),
    ...feedback.map(({ when }, at) => condition(when, true, [shows(`fb_${at + 1}`)])),
    ...(right === ''
      ? []
      : [condition(right, false, [xmlElement('setvar', '100', { action: 'Set', varname: 'SCORE' })])]),
  ];
  const score = xmlElement('decvar', [], {
    maxvalue: '100',
    minvalue: '0',
    varname: 'SCORE',
    vartype: 'Decimal',
  });
  return xmlElement('resprocessing', [xmlElement('outcomes', [score]), ...conditions]);
}

/** A question as an item of QTI 1.2 in the profile of Common Cartridge; undefined where it has none for it. */
export function cartridgeItem(question: Question, scene: ItemScene): string | undefined {
  const write = writers[question.type] as
    ((question: Question, scene: ItemScene) => ItemBody | undefined) | undefined;
  const body = write?.(question, scene);
  if (body === undefined) return undefined;
  const { explanation } = question;
  if (question.hints.length > 0) scene.note('hints-left-out');
  if (question.said !== undefined) scene.note('feedback-left-out');
  if (question.competencies.length > 0) scene.note('competencies-left-out');
  const title = wordsOfCourseText(question.prompt).replace(/\s+/g, ' ').slice(0, 80);
  return xmlElement(
    'item',
    [
      xmlElement('itemmetadata', [
        xmlElement('qtimetadata', [
          field('cc_profile', body.profile),
          field('cc_weighting', String(question.points)),
        ]),
      ]),
      xmlElement('presentation', [html(question.prompt, scene), body.response]),
      processing(body, explanation !== undefined),
      ...(explanation === undefined ? [] : [feedbackElement('general_fb', explanation, scene)]),
      ...(body.feedback ?? []).map(({ text }, at) => feedbackElement(`fb_${at + 1}`, text, scene)),
    ],
    { ident: question.id, title: title === '' ? question.id : title },
  );
}
