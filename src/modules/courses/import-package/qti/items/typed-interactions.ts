import { elementsOf, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { type AnswerKey, keyOf } from './answer-key.ts';
import type { AssessmentItem, ResponseDeclaration } from './assessment-item.ts';
import { shareOf } from '../../reading/choice-share.ts';
import { choiceShares } from './choice-shares.ts';
import { type Asked, plainWords } from './choice-interactions.ts';
import { type Frame, type ItemScene, partOf, type QuestionInput, said } from './item-scene.ts';

const numeric = (baseType: string): boolean => baseType === 'float' || baseType === 'integer';

/** A number, with tolerance or range; a word; undefined where nothing says what is right. */
export function typedQuestion({
  response,
  key,
  frame,
}: Pick<Asked, 'response' | 'key' | 'frame'>): QuestionInput | undefined {
  if (numeric(response.baseType)) {
    const answers = numbersOf(key);
    return answers.length === 0 ? undefined : { ...frame, type: 'number', answers };
  }
  if (key.pattern !== undefined)
    return {
      ...frame,
      type: 'text',
      match: 'pattern',
      caseCounts: true,
      accepted: [{ text: key.pattern.slice(0, 500) }],
    };
  const accepted = acceptedOf(key);
  return accepted.length === 0
    ? undefined
    : { ...frame, type: 'text', match: key.caseCounts ? 'exact' : 'words', accepted };
}

function numbersOf({ right, range, tolerance, points }: AnswerKey) {
  if (range !== undefined) return [range];
  const best = Math.max(0, ...points.values());
  return right
    .filter((value) => value !== '' && Number.isFinite(Number(value)))
    .map((value) => ({
      value,
      tolerance: tolerance?.by ?? 0,
      percent: tolerance?.percent ?? false,
      credit: best > 0 ? Math.min(1, Math.max(0, (points.get(value) ?? best) / best)) : 1,
    }));
}

function acceptedOf({ right, points }: AnswerKey): { text: string; credit: number }[] {
  const best = Math.max(0, ...points.values());
  const mapped = [...points]
    .filter(([, value]) => value > 0)
    .map(([text, value]) => ({ text, credit: value / best }));
  const rest = right.filter((text) => !points.has(text)).map((text) => ({ text, credit: 1 }));
  return [...mapped, ...rest].filter(({ text }) => text !== '' && text.length <= 500).slice(0, 100);
}

/** A text in which fields and menus stand: `html` has a mark `\0n\0` for each. */
export function inlineQuestion(
  item: AssessmentItem,
  html: string,
  interactions: readonly { readonly n: number; readonly node: XmlNode }[],
  frame: Frame,
  scene: ItemScene,
): QuestionInput | undefined {
  const holes = interactions.map(({ n, node }) => {
    const response = item.responses.get(node.attributes['responseIdentifier'] ?? '');
    const key = response === undefined ? undefined : keyOf(item, response);
    return {
      n,
      node,
      response,
      key,
      id: partOf(scene, frame.id, node.attributes['responseIdentifier'] ?? String(n)),
    };
  });
  const [only] = holes;
  const ends = html
    .replace(/<[^>]+>/g, '')
    .trim()
    .endsWith(`\0${only?.n ?? 0}\0`);
  if (
    holes.length === 1 &&
    only?.response !== undefined &&
    only.key !== undefined &&
    only.node.name === 'textEntryInteraction' &&
    (ends || numeric(only.response.baseType))
  )
    return typedQuestion({
      response: only.response,
      key: only.key,
      frame: { ...frame, prompt: said(html.replace(/\0\d+\0/g, ends ? '' : '…'), scene) },
    });
  if (
    holes.some(
      ({ key, response }) =>
        key?.range !== undefined ||
        key?.pattern !== undefined ||
        (response !== undefined && numeric(response.baseType) && key?.tolerance?.percent === true),
    )
  )
    scene.book.lost('question-gap-tolerance', scene.label);
  const gaps = holes.map(({ id, node, key, response }) => ({
    id,
    ...(node.name === 'inlineChoiceInteraction'
      ? { choices: menuOf(item, node, key, response) }
      : fieldOf(key, response)),
  }));
  if (gaps.some((gap) => 'accepted' in gap && gap.accepted.length === 0))
    scene.book.lost('question-without-key', scene.label);
  const body = html.replace(
    /\0(\d+)\0/g,
    (_, n: string) => `{{gap:${holes.find((hole) => hole.n === Number(n))?.id ?? ''}}}`,
  );
  return { ...frame, type: 'gap', body: said(body, scene), gaps };
}

function menuOf(
  item: AssessmentItem,
  node: XmlNode,
  key: AnswerKey | undefined,
  response: ResponseDeclaration | undefined,
): { text: string; right: boolean; credit?: number }[] {
  const choices = elementsOf(node, 'inlineChoice');
  const identOf = ({ attributes }: XmlNode): string => attributes['identifier'] ?? '';
  const shares = response && choiceShares(item, response, choices.map(identOf))?.shares;
  return choices.map((choice) => {
    const share = shares?.get(identOf(choice));
    const isRight = share === undefined ? key?.right.includes(identOf(choice)) === true : share === 1;
    return { text: plainWords(choice), ...shareOf(isRight, share) };
  });
}

const fieldOf = (key: AnswerKey | undefined, response: ResponseDeclaration | undefined) => ({
  accepted: key === undefined ? [] : acceptedOf(key),
  caseCounts: key?.caseCounts ?? false,
  ...(response !== undefined && numeric(response.baseType) && { tolerance: key?.tolerance?.by ?? 0 }),
});

/** A slider is a number between its ends. */
export function sliderQuestion({ interaction, key, frame, response }: Asked): QuestionInput | undefined {
  const { lowerBound = '0', upperBound = '1' } = interaction.attributes;
  const ends = `<p>${Number(lowerBound)} – ${Number(upperBound)}</p>`;
  return typedQuestion({
    key,
    response: { ...response, baseType: 'float' },
    frame: { ...frame, prompt: frame.prompt + ends },
  });
}
