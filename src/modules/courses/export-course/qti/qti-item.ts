import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import type { Question, QuestionOf, QuestionType } from '../../content/questions.ts';
import { choiceItem, dragItem, orderItem, pairsItem } from './choice-items.ts';
import {
  baseValue,
  decimal,
  element,
  type ItemBody,
  type ItemScene,
  type Mark,
  variable,
  words,
} from './item-parts.ts';
import { placeItem } from './place-item.ts';
import { gapItem, numberItem, openItem, textItem, uploadItem } from './typed-items.ts';

const namespace = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const matchCorrect = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml';

type Writers = { [T in QuestionType]: (question: QuestionOf<T>, scene: ItemScene) => ItemBody | undefined };

/** Asked, and not checked there. */
const unchecked = (question: { readonly prompt: string }, scene: ItemScene): ItemBody => {
  scene.note('unchecked');
  return openItem(question, scene);
};

const writers: Writers = {
  single: choiceItem,
  multiple: choiceItem,
  dropdown: choiceItem,
  number: (question, scene) => numberItem(question, scene) ?? unchecked(question, scene),
  text: (question, scene) => textItem(question, scene) ?? unchecked(question, scene),
  essay: openItem,
  formula: unchecked,
  code: unchecked,
  order: orderItem,
  match: (question, scene) => pairsItem(question, scene),
  gap: gapItem,
  hotspot: placeItem,
  drag: dragItem,
  file: uploadItem,
};

const set = (id: string, inside: string): string => element('set-outcome-value', inside, { identifier: id });
const scored = (share: number, points: number): string =>
  set('SCORE', baseValue('float', String(Math.round(share * points * 1000) / 1000)));

/** The first condition that holds gives its share; of several fields, each gives its own; a mapping gives what it adds up to. */
function scoring({ marks, added, mapped }: ItemBody, points: number): string {
  if (mapped !== undefined) {
    const sum = element('map-response', '', { identifier: 'RESPONSE' });
    const begin = baseValue('float', decimal(mapped.begin * points));
    return set('SCORE', mapped.begin === 0 ? sum : element('sum', [begin, sum]));
  }
  const branch = (kind: string, { when, share }: Mark): string =>
    element(kind, [when, scored(share, points)]);
  if (!added) {
    const branches = marks.map((mark, at) => branch(at === 0 ? 'response-if' : 'response-else-if', mark));
    return branches.length === 0 ? '' : element('response-condition', branches);
  }
  const adding = marks.map(({ when, share }) =>
    element(
      'response-condition',
      element('response-if', [
        when,
        set('SCORE', element('sum', [variable('SCORE'), baseValue('float', String(share * points))])),
      ]),
    ),
  );
  return adding.join('');
}

const says = (id: string): string =>
  set('FEEDBACK', element('multiple', [variable('FEEDBACK'), baseValue('identifier', id)]));

interface Told {
  readonly id: string;
  readonly when?: string;
  readonly text: string;
}

const telling = ({ id, when }: Told): string =>
  when === undefined ? says(id) : element('response-condition', element('response-if', [when, says(id)]));

const modal = ({ id, text }: Told, scene: ItemScene): string =>
  element('modal-feedback', element('content-body', words(text, scene)), {
    'outcome-identifier': 'FEEDBACK',
    identifier: id,
    'show-hide': 'show',
  });

const outcome = (id: string, cardinality: string, type: string, value?: string): string =>
  element(
    'outcome-declaration',
    value === undefined ? '' : element('default-value', `<qti-value>${value}</qti-value>`),
    { identifier: id, cardinality, 'base-type': type },
  );

function processing(body: ItemBody, told: readonly Told[], points: number): string {
  const isStandard = points === 1 && told.length === 0 && !body.added && body.marks.length === 1;
  if (
    isStandard &&
    body.marks[0]?.when.startsWith(
      '<qti-match><qti-variable identifier="RESPONSE"></qti-variable><qti-correct',
    )
  )
    return element('response-processing', '', { template: matchCorrect });
  const inside = [scoring(body, points), ...told.map(telling)].join('');
  return inside === '' ? '' : element('response-processing', inside);
}

/** What is said of right and wrong answers, under names that tell which. */
function saidOfResult({ said, points }: Question, { marks, mapped }: ItemBody): Told[] {
  if (said === undefined || (marks.length === 0 && mapped === undefined)) return [];
  const whole = element('gte', [variable('SCORE'), baseValue('float', decimal(points))]);
  return [
    ...(said.right === undefined ? [] : [{ id: 'correct', when: whole, text: said.right }]),
    ...(said.wrong === undefined ? [] : [{ id: 'incorrect', when: element('not', whole), text: said.wrong }]),
  ];
}

/**
 * A question as an item of QTI 3.0. Undefined where it cannot be asked there at all.
 * @param id of the item in the package
 */
export function qtiItem(question: Question, id: string, lang: string, scene: ItemScene): string | undefined {
  const write = writers[question.type] as (question: Question, scene: ItemScene) => ItemBody | undefined;
  const body = write(question, scene);
  if (body === undefined) return undefined;
  const { explanation, points, hints } = question;
  if (hints.length > 0) scene.note('hints-left-out');
  if (question.said?.partly !== undefined) scene.note('feedback-left-out');
  const told: Told[] = [
    ...(body.feedback ?? []),
    ...(explanation === undefined ? [] : [{ id: 'explanation', text: explanation }]),
    ...saidOfResult(question, body),
  ];
  const title = wordsOfCourseText(question.prompt).replace(/\s+/g, ' ').slice(0, 80);
  const item = element(
    'assessment-item',
    [
      body.declared,
      outcome('SCORE', 'single', 'float', '0'),
      outcome('MAXSCORE', 'single', 'float', String(points)),
      ...(told.length === 0 ? [] : [outcome('FEEDBACK', 'multiple', 'identifier')]),
      element('item-body', body.body),
      processing(body, told, points),
      ...told.map((one) => modal(one, scene)),
    ],
    {
      xmlns: namespace,
      identifier: id,
      title: title === '' ? id : title,
      'xml:lang': lang,
      adaptive: 'false',
      'time-dependent': 'false',
    },
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${item}`;
}
