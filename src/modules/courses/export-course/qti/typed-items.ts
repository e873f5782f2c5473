import type { QuestionOf } from '../../content/questions.ts';
import { xmlElement, xmlText } from '../../../../platform/xml/xml-text.ts';
import {
  anyOf,
  baseValue,
  declare,
  element,
  type ItemBody,
  type ItemScene,
  type Mark,
  named,
  variable,
  words,
} from './item-parts.ts';

const field = (unit: string | undefined, id = 'RESPONSE', length = 20): string =>
  element('text-entry-interaction', '', { 'response-identifier': id, 'expected-length': String(length) }) +
  (unit === undefined ? '' : ` ${xmlText(unit)}`);

const asked = (prompt: string, entry: string, scene: ItemScene): string =>
  `<div>${words(prompt, scene)}</div><p>${entry}</p>`;

/** A number, or a fraction of two; other expressions have no value that a package could carry. */
function valueOf(text: string): number | undefined {
  const [, above = '', below] = /^\s*(-?\d+(?:\.\d+)?)\s*(?:\/\s*(\d+(?:\.\d+)?))?\s*$/.exec(text) ?? [];
  if (above === '') return undefined;
  const value = Number(above) / Number(below ?? 1);
  return Number.isFinite(value) ? value : undefined;
}

type Answer = QuestionOf<'number'>['answers'][number];

function condition(answer: Answer, id = 'RESPONSE'): string | undefined {
  if (!('value' in answer)) {
    const low = element(answer.openFrom ? 'gt' : 'gte', [
      variable(id),
      baseValue('float', String(answer.from)),
    ]);
    const high = element(answer.openTo ? 'lt' : 'lte', [variable(id), baseValue('float', String(answer.to))]);
    return element('and', [low, high]);
  }
  const value = valueOf(answer.value);
  if (value === undefined) return undefined;
  const { tolerance, percent } = answer;
  const mode = tolerance === 0 ? 'exact' : percent ? 'relative' : 'absolute';
  return element('equal', [variable(id), baseValue('float', String(value))], {
    'tolerance-mode': mode,
    ...(tolerance > 0 && { tolerance: `${tolerance} ${tolerance}` }),
  });
}

/** A number, with tolerances, ranges and a word for each. Undefined where no answer of it can be said. */
export function numberItem(
  { prompt, answers, unit }: QuestionOf<'number'>,
  scene: ItemScene,
): ItemBody | undefined {
  const said = answers.flatMap((answer) => {
    const when = condition(answer);
    return when === undefined ? [] : [{ answer, when }];
  });
  if (said.length === 0) return undefined;
  if (said.length < answers.length) scene.note('answers-left-out', { n: answers.length - said.length });
  const [first] = answers.flatMap((answer) => ('value' in answer ? (valueOf(answer.value) ?? []) : []));
  return {
    declared: declare({
      cardinality: 'single',
      type: 'float',
      right: first === undefined ? [] : [String(first)],
    }),
    body: asked(prompt, field(unit), scene),
    marks: said.map(({ answer, when }) => ({ when, share: answer.credit })),
    feedback: said.flatMap(({ answer, when }, at) =>
      answer.feedback === undefined ? [] : [{ id: `feedback-${at + 1}`, when, text: answer.feedback }],
    ),
  };
}

const spelled = (text: string, caseCounts: boolean, id = 'RESPONSE'): string =>
  element('string-match', [variable(id), baseValue('string', text)], {
    'case-sensitive': String(caseCounts),
    substring: 'false',
  });

/** A short text. */
export function textItem(question: QuestionOf<'text'>, scene: ItemScene): ItemBody | undefined {
  const { accepted, expected, match, accents, unit, prompt } = question;
  if (accepted.length === 0) return undefined;
  if (match === 'words' && !accents) scene.note('accents-count');
  const when = (text: string): string =>
    match === 'pattern'
      ? element('pattern-match', variable(), { pattern: text })
      : spelled(text, match === 'exact');
  const all = [...accepted.map((one) => ({ ...one })), ...expected.map((one) => ({ ...one, credit: 0 }))];
  const right = match === 'pattern' ? [] : accepted.slice(0, 1).map(({ text }) => text);
  return {
    declared: declare({ cardinality: 'single', type: 'string', right }),
    body: asked(prompt, field(unit), scene),
    marks: accepted.map(({ text, credit }) => ({ when: when(text), share: credit })),
    feedback: all.flatMap(({ text, feedback }, at) =>
      feedback === undefined ? [] : [{ id: `feedback-${at + 1}`, when: when(text), text: feedback }],
    ),
  };
}

/** A longer text, code or a formula: a person reads it. */
export function openItem({ prompt }: { readonly prompt: string }, scene: ItemScene): ItemBody {
  return {
    declared: declare({ cardinality: 'single', type: 'string' }),
    body: element('extended-text-interaction', element('prompt', words(prompt, scene)), {
      'response-identifier': 'RESPONSE',
      'expected-lines': '8',
    }),
    marks: [],
  };
}

export function uploadItem({ prompt }: QuestionOf<'file'>, scene: ItemScene): ItemBody {
  return {
    declared: declare({ cardinality: 'single', type: 'file' }),
    body: element('upload-interaction', element('prompt', words(prompt, scene)), {
      'response-identifier': 'RESPONSE',
    }),
    marks: [],
  };
}

type Gap = QuestionOf<'gap'>['gaps'][number];

function gapParts({ id, choices, accepted, caseCounts, tolerance }: Gap): {
  declared: string;
  entry: string;
  marks: Mark[];
} {
  const name = named(id);
  if (choices === undefined) {
    const right = accepted.slice(0, 1).map(({ text }) => text);
    const isNumber = tolerance !== undefined && accepted.every(({ text }) => valueOf(text) !== undefined);
    const when = (text: string): string =>
      isNumber
        ? (condition({ value: text, tolerance, percent: false, credit: 1 }, name) ?? '')
        : spelled(text, caseCounts, name);
    return {
      declared: declare({ id: name, cardinality: 'single', type: isNumber ? 'float' : 'string', right }),
      entry: field(undefined, name, 12),
      marks:
        accepted.length === 0
          ? [{ when: element('is-null', variable(name)), share: 1 }]
          : byShare(accepted.map(({ text, credit }) => ({ when: when(text), share: credit }))),
    };
  }
  const options = choices.map((option, at) => ({ ...option, id: `choice-${at + 1}` }));
  const right = options.flatMap((option) => (option.right ? [option.id] : []));
  const inline = options.map((option) =>
    xmlElement('qti-inline-choice', option.text, { identifier: option.id }),
  );
  return {
    declared: declare({ id: name, cardinality: 'single', type: 'identifier', right: right.slice(0, 1) }),
    entry: element('inline-choice-interaction', inline, { 'response-identifier': name, shuffle: 'false' }),
    marks: byShare(
      options.map((option) => ({
        when: element('match', [variable(name), baseValue('identifier', option.id)]),
        share: option.credit ?? (option.right ? 1 : 0),
      })),
    ),
  };
}

/** Answers that are worth the same stand in one condition; those worth nothing in none. */
function byShare(marks: readonly Mark[]): Mark[] {
  const shares = [...new Set(marks.map(({ share }) => share))].filter((share) => share !== 0);
  return shares.map((share) => ({
    when: anyOf(marks.filter((mark) => mark.share === share).map(({ when }) => when)),
    share,
  }));
}

/** Text with holes, each a field or a menu; each counts its share. */
export function gapItem({ prompt, body, gaps }: QuestionOf<'gap'>, scene: ItemScene): ItemBody | undefined {
  const parts = new Map(gaps.map((gap) => [gap.id, gapParts(gap)]));
  if (parts.size === 0) return undefined;
  const filled = words(body, scene).replace(
    /\{\{gap:([\w-]+)\}\}/g,
    (_, id: string) => parts.get(id)?.entry ?? '',
  );
  return {
    declared: [...parts.values()].map(({ declared }) => declared).join(''),
    body: `<div>${words(prompt, scene)}</div><div>${filled}</div>`,
    marks: [...parts.values()].flatMap(({ marks }) =>
      marks.map(({ when, share }) => ({ when, share: share / parts.size })),
    ),
    added: true,
  };
}
