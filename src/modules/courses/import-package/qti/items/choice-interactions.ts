import { elementsBelow, elementsOf, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import type { AnswerKey } from './answer-key.ts';
import type { AssessmentItem, ResponseDeclaration } from './assessment-item.ts';
import { htmlOf, insideHtml } from './item-html.ts';
import { shareOf } from '../../reading/choice-share.ts';
import { choiceShares, type ChoiceShares } from './choice-shares.ts';
import { type Frame, type ItemScene, partOf, type QuestionInput, said } from './item-scene.ts';

export interface Asked {
  readonly item: AssessmentItem;
  readonly interaction: XmlNode;
  readonly response: ResponseDeclaration;
  readonly key: AnswerKey;
  readonly frame: Frame;
  readonly scene: ItemScene;
}

/** One or several of several, with partial points where the item maps them. */
export function choiceInteraction(asked: Asked): QuestionInput | undefined {
  return choicesFrom(asked, elementsBelow(asked.interaction, 'simpleChoice'));
}

/** Words of a text to choose from: they are marked in it, and listed to choose. */
export function hottextInteraction(asked: Asked): QuestionInput | undefined {
  const { interaction, frame, scene } = asked;
  const text = said(
    insideHtml(interaction, (node) =>
      node.name === 'hottext' ? `<mark>${insideHtml(node)}</mark>` : undefined,
    ),
    scene,
  );
  return choicesFrom(
    { ...asked, frame: { ...frame, prompt: frame.prompt + text } },
    elementsBelow(interaction, 'hottext'),
  );
}

function choicesFrom(
  { item, interaction, response, key, frame, scene }: Asked,
  nodes: readonly XmlNode[],
): QuestionInput | undefined {
  if (nodes.length === 0) return undefined;
  const single = response.cardinality === 'single';
  const marked = choiceShares(
    item,
    response,
    nodes.map((node) => node.attributes['identifier'] ?? ''),
  );
  const right = rightOf(key, marked, single);
  const choices = nodes.map((node) => {
    const ident = node.attributes['identifier'] ?? '';
    const feedback = said(feedbackFor(item, node, ident), scene);
    return {
      id: partOf(scene, frame.id, ident),
      text: said(insideHtml(node), scene),
      ...shareOf(right.has(ident), marked?.shares.get(ident), single ? 1 : 1 / Math.max(1, right.size)),
      ...(feedback !== '' && { feedback }),
    };
  });
  const shuffle = interaction.attributes['shuffle'] === 'true';
  if (single) return { ...frame, type: 'single', choices, shuffle };
  const credit = marked?.credit ?? 'all';
  return { ...frame, type: 'multiple', choices, shuffle, credit, least: marked?.least ?? 0 };
}

/** What the item calls right; where it only gives points, what gives the most of one, all that gives any of several. */
function rightOf(key: AnswerKey, marked: ChoiceShares | undefined, single: boolean): ReadonlySet<string> {
  const shares = [...(marked?.shares ?? [])];
  const best = Math.max(0, ...shares.map(([, share]) => share));
  if (single && best > 0) return new Set(shares.flatMap(([ident, share]) => (share === best ? [ident] : [])));
  if (key.right.length > 0 || single) return new Set(key.right);
  return new Set(shares.flatMap(([ident, share]) => (share > 0 ? [ident] : [])));
}

/** Inside the choice, or said in a window when it was chosen. */
function feedbackFor(item: AssessmentItem, node: XmlNode, ident: string): string {
  const own = elementsBelow(node, 'feedbackInline').map((each) => insideHtml(each));
  const modal = item.feedback
    .filter(({ identifier }) => identifier === ident)
    .map((each) => insideHtml(each.node));
  return [...own, ...modal].join('');
}

export function orderInteraction({ interaction, key, frame, scene }: Asked): QuestionInput | undefined {
  const nodes = elementsBelow(interaction, 'simpleChoice');
  const inOrder = key.right.flatMap(
    (ident) => nodes.find(({ attributes }) => attributes['identifier'] === ident) ?? [],
  );
  if (inOrder.length < 2 || inOrder.length !== nodes.length) return undefined;
  const items = inOrder.map((node, n) => ({
    id: partOf(scene, frame.id, String(n + 1)),
    text: said(insideHtml(node), scene),
  }));
  return { ...frame, type: 'order', items };
}

/** Two columns; each on the left belongs to at most one on the right. */
export function matchInteraction({ interaction, key, frame, scene }: Asked): QuestionInput | undefined {
  const [left, right] = elementsOf(interaction, 'simpleMatchSet').map((set) =>
    elementsOf(set, 'simpleAssociableChoice'),
  );
  return left === undefined || right === undefined
    ? undefined
    : columns(left, right, pairsOf(key), frame, scene);
}

/** Free pairs become two columns, where nothing belongs to two others. */
export function associateInteraction({ interaction, key, frame, scene }: Asked): QuestionInput | undefined {
  const nodes = elementsBelow(interaction, 'simpleAssociableChoice');
  const pairs = pairsOf(key);
  const firsts = new Set(pairs.map(([first]) => first));
  if (pairs.length === 0 || pairs.some(([, second]) => firsts.has(second))) return undefined;
  const named = (node: XmlNode): string => node.attributes['identifier'] ?? '';
  scene.book.lost('question-pairs-sided', scene.label);
  return columns(
    nodes.filter((node) => firsts.has(named(node))),
    nodes.filter((node) => !firsts.has(named(node))),
    pairs,
    frame,
    scene,
  );
}

const pairsOf = ({ right }: AnswerKey): [string, string][] =>
  right
    .map((pair) => pair.split(/\s+/))
    .flatMap(([first, second]) => (first === undefined || second === undefined ? [] : [[first, second]]));

function columns(
  left: readonly XmlNode[],
  right: readonly XmlNode[],
  pairs: readonly [string, string][],
  frame: Frame,
  scene: ItemScene,
): QuestionInput | undefined {
  const of = (node: XmlNode): string => node.attributes['identifier'] ?? '';
  const rightOf = (node: XmlNode): string[] =>
    pairs.filter(([first]) => first === of(node)).map(([, second]) => second);
  if (left.some((node) => rightOf(node).length > 1)) {
    // the other way round every one may still have a single partner
    const turned = pairs.map(([first, second]): [string, string] => [second, first]);
    const single = right.every((node) => turned.filter(([first]) => first === of(node)).length <= 1);
    return single ? columns(right, left, turned, frame, scene) : undefined;
  }
  const targets = right.map((node) => ({
    ident: of(node),
    id: partOf(scene, frame.id, of(node)),
    text: said(insideHtml(node), scene),
  }));
  const sources = left.map((node) => {
    const target = targets.find(({ ident }) => ident === rightOf(node)[0])?.id;
    return {
      id: partOf(scene, frame.id, of(node)),
      text: said(insideHtml(node), scene),
      ...(target !== undefined && { target }),
    };
  });
  return { ...frame, type: 'match', sources, targets: targets.map(({ id, text }) => ({ id, text })) };
}

/** Words to put into holes of a text: each hole gets a menu of them. */
export function gapMatchInteraction({ interaction, key, frame, scene }: Asked): QuestionInput | undefined {
  const words = elementsBelow(interaction, 'gapText');
  if (words.length === 0 || elementsBelow(interaction, 'gapImg').length > 0) return undefined;
  const gaps: { id: string; choices: { text: string; right: boolean }[] }[] = [];
  const body = insideHtml(interaction, (node) => {
    if (node.name === 'gapText' || node.name === 'prompt') return '';
    if (node.name !== 'gap') return undefined;
    const ident = node.attributes['identifier'] ?? '';
    const id = partOf(scene, frame.id, ident);
    gaps.push({
      id,
      choices: words.map((word) => ({
        text: plainWords(word),
        right: key.right.includes(`${word.attributes['identifier'] ?? ''} ${ident}`),
      })),
    });
    return `{{gap:${id}}}`;
  });
  return gaps.length === 0 ? undefined : { ...frame, type: 'gap', body: said(body, scene), gaps };
}

export const plainWords = (node: XmlNode): string =>
  htmlOf(node)
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim()
    .slice(0, 500);
