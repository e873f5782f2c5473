import type { Choice, QuestionOf } from '../../content/questions.ts';
import {
  declare,
  element,
  isRight,
  type ItemBody,
  type ItemScene,
  type Mapping,
  named,
  prompt,
  variable,
  baseValue,
  words,
} from './item-parts.ts';

type Choosing = QuestionOf<'single'> | QuestionOf<'multiple'> | QuestionOf<'dropdown'>;

const chosen = (id: string, several: boolean): string =>
  several
    ? element('member', [baseValue('identifier', named(id)), variable()])
    : element('match', [variable(), baseValue('identifier', named(id))]);

const feedbackOf = (choices: readonly Choice[], several: boolean): NonNullable<ItemBody['feedback']> =>
  choices.flatMap(({ id, feedback }) =>
    feedback === undefined ? [] : [{ id: `feedback-${id}`, when: chosen(id, several), text: feedback }],
  );

/** One or several of some choices; a menu is one choice of a line. */
export function choiceItem(question: Choosing, scene: ItemScene): ItemBody {
  const several = question.type === 'multiple';
  const { choices } = question;
  if (choices.some(({ feedbackUnchosen }) => feedbackUnchosen !== undefined)) scene.note('feedback-left-out');
  if (several && question.credit === 'halves') scene.note('part-credit-left-out');
  if (several && question.combinations.length > 0) scene.note('feedback-left-out');
  const right = choices.flatMap((choice) => (choice.right ? [named(choice.id)] : []));
  const simple = choices.map(({ id, text }) =>
    element('simple-choice', words(text, scene), { identifier: named(id) }),
  );
  const interaction = element('choice-interaction', [prompt(question.prompt, scene), ...simple], {
    'response-identifier': 'RESPONSE',
    shuffle: String(question.shuffle),
    'max-choices': several ? '0' : '1',
    ...(question.type === 'dropdown' && { class: 'qti-orientation-vertical' }),
  });
  const none = element('is-null', variable());
  const shares = sharesOf(question);
  return {
    declared: declare({
      cardinality: several ? 'multiple' : 'single',
      type: 'identifier',
      right,
      ...(shares !== undefined && { mapping: shares.mapping }),
    }),
    body: interaction,
    ...(shares !== undefined && { mapped: { begin: shares.begin } }),
    marks: [{ when: right.length === 0 ? none : isRight(), share: 1 }],
    feedback: feedbackOf(choices, several),
  };
}

interface Shares {
  readonly mapping: Mapping;
  /** Share that is there before anything is chosen: what is rightly left alone. */
  readonly begin: number;
}

/** What single choices give, where it is not all or nothing. */
function sharesOf(question: Choosing): Shares | undefined {
  const { choices, points } = question;
  const several = question.type === 'multiple';
  if (
    points === 0 ||
    (several ? /all|halves/.test(question.credit) : choices.every(({ credit }) => credit === undefined))
  )
    return undefined;
  const rights = Math.max(1, choices.filter(({ right }) => right).length);
  const isEach = several && question.credit === 'each';
  const worth = ({ right, credit }: Choice): number => {
    if (isEach) return (right ? 1 : -1) / choices.length;
    return credit ?? (right ? 1 / (several ? rights : 1) : 0);
  };
  const begin = isEach ? choices.filter(({ right }) => !right).length / choices.length : 0;
  const least = several ? (isEach ? -begin : question.least) : Math.min(0, ...choices.map(worth));
  return {
    begin,
    mapping: {
      points: choices.map((each) => [named(each.id), worth(each) * points]),
      least: least * points,
      most: (1 - begin) * points,
    },
  };
}

/** Things to put in order; the order in which they stand is the right one. */
export function orderItem(question: QuestionOf<'order'>, scene: ItemScene): ItemBody {
  const items = question.items.map(({ id, text }) =>
    element('simple-choice', words(text, scene), { identifier: named(id) }),
  );
  const mixed = items.toSorted();
  return {
    declared: declare({
      cardinality: 'ordered',
      type: 'identifier',
      right: question.items.map(({ id }) => named(id)),
    }),
    body: element('order-interaction', [prompt(question.prompt, scene), ...mixed], {
      'response-identifier': 'RESPONSE',
      shuffle: 'true',
    }),
    marks: [{ when: isRight(), share: 1 }],
  };
}

interface Pairs {
  readonly prompt: string;
  readonly sources: readonly {
    readonly id: string;
    readonly text: string;
    readonly target?: string | undefined;
  }[];
  readonly targets: readonly { readonly id: string; readonly text: string }[];
  readonly shuffle: boolean;
}

const side = (parts: Pairs['targets'], most: string, scene: ItemScene): string =>
  element(
    'simple-match-set',
    parts.map(({ id, text }) =>
      element('simple-associable-choice', words(text, scene), { identifier: named(id), 'match-max': most }),
    ),
  );

/** What belongs to what. */
export function pairsItem(pairs: Pairs, scene: ItemScene): ItemBody {
  const right = pairs.sources.flatMap(({ id, target }) =>
    target === undefined ? [] : [`${named(id)} ${named(target)}`],
  );
  return {
    declared: declare({ cardinality: 'multiple', type: 'directedPair', right }),
    body: element(
      'match-interaction',
      [prompt(pairs.prompt, scene), side(pairs.sources, '1', scene), side(pairs.targets, '0', scene)],
      { 'response-identifier': 'RESPONSE', shuffle: String(pairs.shuffle), 'max-associations': '0' },
    ),
    marks: [{ when: right.length === 0 ? element('is-null', variable()) : isRight(), share: 1 }],
  };
}

/** Dragging as pairs: the picture stays behind, its places are named. */
export function dragItem(question: QuestionOf<'drag'>, scene: ItemScene): ItemBody {
  scene.note('drag-as-pairs');
  if (question.items.some(({ places }) => places.length > 1)) scene.note('further-places-left-out');
  if (question.items.some(({ feedbackRight, feedbackWrong }) => feedbackRight ?? feedbackWrong))
    scene.note('feedback-left-out');
  return pairsItem(
    {
      prompt: question.prompt,
      // both sides share one list of names there
      sources: question.items.map(({ id, text, places: [target] }) => ({
        id: `item-${id}`,
        text,
        target: target === undefined ? undefined : `place-${target}`,
      })),
      targets: question.places.map(({ id, label }) => ({
        id: `place-${id}`,
        text: label.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
      })),
      shuffle: true,
    },
    scene,
  );
}
