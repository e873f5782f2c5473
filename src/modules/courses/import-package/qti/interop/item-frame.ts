import { mark } from './conditions.ts';
import type { InteropItem, InteropResponse } from './interop-item.ts';
import { type EveryField, type ItemScene, said } from './item-scene.ts';

/** The responses of an item, without its texts. */
export const responsesOf = (item: InteropItem): InteropResponse[] =>
  item.body.filter((each) => typeof each !== 'string');

/** Prompt, points, hints and explanation of an item; `prompt` replaces the texts before and between the responses. */
export function frameOf(item: InteropItem, scene: ItemScene, prompt = promptHtml(item)): EveryField {
  const explanation = explanationOf(item, scene);
  return {
    id: scene.names.next(item.ident === '' ? `question-${scene.label}` : item.ident),
    prompt: said(prompt, scene),
    points: pointsOf(item),
    hints: [...item.feedback.values()]
      .filter(({ kind }) => kind === 'hint')
      .map(({ html }) => said(html, scene)),
    ...(explanation !== '' && { explanation }),
    ...saidOfResult(item, scene),
  };
}

const promptHtml = (item: InteropItem): string =>
  item.body.filter((each) => typeof each === 'string').join('');

/** Points as platforms write them; a scale of percent tells nothing about points. */
function pointsOf({ fields }: InteropItem): number {
  const names = ['points_possible', 'cc_weighting', 'qmd_weighting', 'qmd_absolutescore_max', 'max_score'];
  const said = names.map((name) => fields.get(name)).find((each) => each !== undefined && each !== '');
  const points = Number.parseFloat(said ?? '1');
  return Number.isFinite(points) ? Math.min(1000, Math.max(0, points)) : 1;
}

/** What is said whatever was answered, and the solution: choices carry what is said to them alone. */
function explanationOf(item: InteropItem, scene: ItemScene): string {
  const always = new Set(alwaysShown(item));
  const wanted = [...item.feedback].filter(([ident, { kind }]) => kind === 'solution' || always.has(ident));
  return said(wanted.map(([, { html }]) => html).join(''), scene);
}

/** Feedback that follows every choice, or whose name says so. */
export function alwaysShown(item: InteropItem): string[] {
  const [response] = responsesOf(item);
  const shown = (response?.labels ?? []).map(({ ident }) =>
    feedbackFor(item, { [response?.ident ?? '']: [ident] }),
  );
  return [...item.feedback.keys()].filter(
    (ident) =>
      /^general_fb$/i.test(ident) || (shown.length > 1 && shown.every((each) => each.includes(ident))),
  );
}

/** Names of the feedback that is shown for an answer. */
export const feedbackFor = (
  item: InteropItem,
  answer: Readonly<Record<string, readonly string[]>>,
): string[] => [...mark(item.node, answer).feedback];

/** The words of some feedback as one text. */
export function feedbackText(item: InteropItem, idents: readonly string[], scene: ItemScene): string {
  const html = [...new Set(idents)].map((ident) => item.feedback.get(ident)?.html ?? '');
  return said(html.join(''), scene);
}

/** What is said of right and wrong answers, where its names tell; choices carry what is said to them alone. */
function saidOfResult(item: InteropItem, scene: ItemScene): Pick<EveryField, 'said'> {
  const [response] = responsesOf(item);
  // what follows single choices stands with them
  if (response !== undefined && response.tag === 'response_lid' && responsesOf(item).length === 1) return {};
  const names = [...item.feedback.keys()];
  const wrong = names.filter((ident) => /incorrect|wrong/i.test(ident));
  const right = names.filter((ident) => /correct|right/i.test(ident) && !wrong.includes(ident));
  const words = { right: feedbackText(item, right, scene), wrong: feedbackText(item, wrong, scene) };
  const told = Object.fromEntries(Object.entries(words).filter(([, text]) => text !== ''));
  return Object.keys(told).length === 0 ? {} : { said: told };
}
