import { demanded, mark, rewarding } from './conditions.ts';
import { elementsOf, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import type { InteropItem, InteropResponse } from './interop-item.ts';
import { alwaysShown, feedbackFor, feedbackText, frameOf } from './item-frame.ts';
import { type ItemScene, partOf, type QuestionInput, said } from './item-scene.ts';

type ChoiceInput = { id: string; text: string; right: boolean; feedback?: string };

/** One of several: each choice is marked alone, and what is said to it alone becomes its feedback. */
export function singleQuestion(
  item: InteropItem,
  response: InteropResponse,
  scene: ItemScene,
): QuestionInput {
  const scores = response.labels.map(({ ident }) => mark(item.node, { [response.ident]: [ident] }).score);
  const best = Math.max(0, ...scores);
  if (scores.some((score) => score > 0 && score < best))
    scene.book.lost('question-partial-credit', scene.label);
  const right = scores.map((score) => best > 0 && score === best);
  const frame = frameOf(item, scene);
  const choices = choicesOf(item, response, right, frame.id, scene);
  const shuffle = scene.shuffle || response.shuffle;
  return { ...frame, prompt: withOwn(frame.prompt, response, scene), type: 'single', choices, shuffle };
}

/** Any number of several: which ones are right is what the rewarding condition asks. */
export function multipleQuestion(
  item: InteropItem,
  response: InteropResponse,
  scene: ItemScene,
): QuestionInput {
  const { right, credit } = rightSet(item.node, response);
  if (credit === 'each') scene.book.tell('question-credit-by-choice', scene.label);
  const frame = frameOf(item, scene);
  const rights = response.labels.map(({ ident }) => right.has(ident));
  const choices = choicesOf(item, response, rights, frame.id, scene);
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

function rightSet(item: XmlNode, response: InteropResponse): { right: Set<string>; credit: 'all' | 'each' } {
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
  if (wanted.length <= 1 || longest.length > 1) return { right: new Set(longest), credit: 'all' };
  const alone = response.labels.filter(({ ident }) => mark(item, { [response.ident]: [ident] }).score > 0);
  return { right: new Set(alone.map(({ ident }) => ident)), credit: 'each' };
}

/** A response may have words of its own below those of the item. */
export function withOwn(prompt: string, response: InteropResponse, scene: ItemScene): string {
  return `${prompt}${said(response.html, scene)}`;
}

function choicesOf(
  item: InteropItem,
  response: InteropResponse,
  right: readonly boolean[],
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
      right: right[n] ?? false,
      ...(feedback !== '' && { feedback }),
    };
  });
}
