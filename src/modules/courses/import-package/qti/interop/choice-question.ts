import { shareOf } from '../../reading/choice-share.ts';
import { demanded, mark, rewarding } from './conditions.ts';
import { elementsOf, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import type { InteropItem, InteropResponse } from './interop-item.ts';
import { alwaysShown, feedbackFor, feedbackText, frameOf } from './item-frame.ts';
import { type ItemScene, partOf, type QuestionInput, said } from './item-scene.ts';

type Worth = ReturnType<typeof shareOf>;
type ChoiceInput = { id: string; text: string; feedback?: string } & Worth;

/** One of several: each choice is marked alone, and what is said to it alone becomes its feedback. */
export function singleQuestion(
  item: InteropItem,
  response: InteropResponse,
  scene: ItemScene,
): QuestionInput {
  const scores = response.labels.map(({ ident }) => mark(item.node, { [response.ident]: [ident] }).score);
  const best = Math.max(0, ...scores);
  const worth = scores.map((score) => (best > 0 ? shareOf(score === best, score / best) : { right: false }));
  const frame = frameOf(item, scene);
  const choices = choicesOf(item, response, worth, frame.id, scene);
  const shuffle = scene.shuffle || response.shuffle;
  return { ...frame, prompt: withOwn(frame.prompt, response, scene), type: 'single', choices, shuffle };
}

/** Any number of several: which ones are right is what the rewarding condition asks. */
export function multipleQuestion(
  item: InteropItem,
  response: InteropResponse,
  scene: ItemScene,
): QuestionInput {
  const { worth, credit } = rightSet(item.node, response);
  const frame = frameOf(item, scene);
  const choices = choicesOf(item, response, worth, frame.id, scene);
  const shuffle = scene.shuffle || response.shuffle;
  return {
    ...frame,
    prompt: withOwn(frame.prompt, response, scene),
    type: 'multiple',
    choices,
    credit,
    shuffle,
  };
}

interface RightSet {
  readonly worth: readonly Worth[];
  readonly credit: 'all' | 'shares';
}

function rightSet(item: XmlNode, response: InteropResponse): RightSet {
  const wanted = rewarding(item).map((condition) =>
    elementsOf(condition, 'conditionvar')
      .flatMap(demanded)
      .filter(
        ({ name, attributes }) =>
          /^var(equal|subset)$/.test(name) && (attributes['respident'] ?? response.ident) === response.ident,
      )
      .flatMap((each) =>
        textIn(each)
          .split(each.name === 'varsubset' ? ',' : '\0')
          .map((one) => one.trim()),
      ),
  );
  const longest = wanted.reduce<string[]>((most, each) => (each.length > most.length ? each : most), []);
  if (wanted.length <= 1 || longest.length > 1)
    return { worth: response.labels.map(({ ident }) => ({ right: longest.includes(ident) })), credit: 'all' };
  const scores = response.labels.map(({ ident }) => mark(item, { [response.ident]: [ident] }).score);
  const rights = scores.filter((score) => score > 0);
  const all = rights.reduce((sum, score) => sum + score, 0) || 1;
  const worth = scores.map((score) => shareOf(score > 0, score / all, 1 / Math.max(1, rights.length)));
  return { worth, credit: 'shares' };
}

/** A response may have words of its own below those of the item. */
export function withOwn(prompt: string, response: InteropResponse, scene: ItemScene): string {
  return `${prompt}${said(response.html, scene)}`;
}

function choicesOf(
  item: InteropItem,
  response: InteropResponse,
  worth: readonly Worth[],
  question: string,
  scene: ItemScene,
): ChoiceInput[] {
  const always = alwaysShown(item);
  return response.labels.map(({ ident, html }, n) => {
    const shown = feedbackFor(item, { [response.ident]: [ident] });
    const own = shown.filter((each) => !always.includes(each));
    const feedback = feedbackText(item, own, scene);
    return {
      id: partOf(scene, question, ident),
      text: said(html, scene),
      ...(worth[n] ?? { right: false }),
      ...(feedback !== '' && { feedback }),
    };
  });
}
