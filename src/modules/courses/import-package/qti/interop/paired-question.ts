import { elementsOf, textIn } from '../../../../../platform/xml/xml-tree.ts';
import { demanded, mark, rewarding } from './conditions.ts';
import type { InteropItem, InteropResponse } from './interop-item.ts';
import { frameOf } from './item-frame.ts';
import { type ItemScene, partOf, type QuestionInput, said } from './item-scene.ts';
import { acceptedOf } from './typed-question.ts';

/** Several menus with the same choices, each with its own words: what belongs to what. */
export function matchQuestion(
  item: InteropItem,
  responses: readonly InteropResponse[],
  scene: ItemScene,
): QuestionInput {
  const frame = frameOf(item, scene);
  const targets = new Map<string, { id: string; text: string }>();
  for (const { ident, html } of responses.flatMap(({ labels }) => labels))
    if (!targets.has(ident))
      targets.set(ident, { id: partOf(scene, frame.id, ident), text: said(html, scene) });
  const sources = responses.map((response) => {
    const right = rightLabel(item, response);
    const target = right === undefined ? undefined : targets.get(right)?.id;
    const id = partOf(scene, frame.id, response.ident);
    return { id, text: said(response.html, scene), ...(target !== undefined && { target }) };
  });
  return { ...frame, type: 'match', sources, targets: [...targets.values()] };
}

function rightLabel(item: InteropItem, response: InteropResponse): string | undefined {
  const scores = response.labels.map(({ ident }) => mark(item.node, { [response.ident]: [ident] }).score);
  const best = Math.max(0, ...scores);
  return best > 0 ? response.labels[scores.indexOf(best)]?.ident : undefined;
}

/** Holes in a text: `[name]` for menus named `response_name`, or fields that stand between words. */
export function gapQuestion(
  item: InteropItem,
  responses: readonly InteropResponse[],
  menus: boolean,
  scene: ItemScene,
): QuestionInput {
  const frame = frameOf(item, scene, '');
  const gaps = responses.map((response) => ({
    id: partOf(scene, frame.id, response.ident.replace(/^response_/, '')),
    ...(response.tag === 'response_lid' && menus
      ? { choices: menuOf(item, response, scene) }
      : { accepted: wordsOf(item, response, scene) }),
  }));
  const holes = new Map(responses.map((response, n) => [response, `{{gap:${gaps[n]?.id ?? ''}}}`]));
  return { ...frame, type: 'gap', body: said(bodyWith(item, holes), scene), gaps };
}

function menuOf(
  item: InteropItem,
  response: InteropResponse,
  scene: ItemScene,
): { text: string; right: boolean }[] {
  const right = rightLabel(item, response);
  return response.labels.map(({ ident, html }) => ({
    text: wordsIn(said(html, scene)),
    right: ident === right,
  }));
}

/** A field takes every label of its menu, as platforms that write it so do; else what the conditions name. */
function wordsOf(
  item: InteropItem,
  response: InteropResponse,
  scene: ItemScene,
): { text: string; credit: number }[] {
  if (response.labels.length > 0 && response.tag === 'response_lid') {
    const texts = response.labels.map(({ html }) => wordsIn(said(html, scene))).filter((text) => text !== '');
    return [...new Set(texts)].map((text) => ({ text, credit: 1 }));
  }
  const byCondition = acceptedOf(item.node, response.ident);
  return byCondition.map(({ text }) => ({ text, credit: 1 }));
}

const wordsIn = (text: string): string =>
  text
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
    .slice(0, 500);

/** Where the text names no hole for a field, the hole stands at the end or where the field stood. */
function bodyWith(item: InteropItem, holes: ReadonlyMap<InteropResponse, string>): string {
  let html = item.body.map((each) => (typeof each === 'string' ? each : `\0${each.ident}\0`)).join(' ');
  for (const [response, hole] of holes) {
    const sign = `[${response.ident.replace(/^response_/, '')}]`;
    const own = `\0${response.ident}\0`;
    if (html.includes(sign)) html = html.replaceAll(sign, hole).replaceAll(own, '');
    else html = html.replace(own, response.html === '' ? hole : `<p>${response.html} ${hole}</p>`);
  }
  return html.replaceAll(/\0[^\0]*\0/g, '');
}

/** Whether the text of an item names a hole for each of these. */
export const namesHoles = (item: InteropItem, responses: readonly InteropResponse[]): boolean => {
  const html = item.body.filter((each) => typeof each === 'string').join('');
  return responses.every(({ ident }) => html.includes(`[${ident.replace(/^response_/, '')}]`));
};

/** The order that gives points; undefined where the conditions do not tell one. */
export function orderQuestion(
  item: InteropItem,
  response: InteropResponse,
  scene: ItemScene,
): QuestionInput | undefined {
  const [condition] = rewarding(item.node);
  const asked = elementsOf(condition, 'conditionvar')
    .flatMap(demanded)
    .filter(({ name }) => name === 'varequal');
  const byIndex = asked.toSorted(
    (a, b) => Number(a.attributes['index'] ?? 0) - Number(b.attributes['index'] ?? 0),
  );
  const labels = byIndex.flatMap(
    (each) => response.labels.find(({ ident }) => ident === textIn(each).trim()) ?? [],
  );
  if (new Set(labels).size !== response.labels.length) return undefined;
  const frame = frameOf(item, scene);
  const items = labels.map(({ ident, html }) => ({
    id: partOf(scene, frame.id, ident),
    text: said(html, scene),
  }));
  return { ...frame, prompt: `${frame.prompt}${said(response.html, scene)}`, type: 'order', items };
}
