import {
  elementsBelow,
  textIn,
  xmlAround,
  type XmlNode,
  xmlSource,
} from '../../../../../platform/xml/xml-tree.ts';

/** What learners answer; each stands as a mark in the HTML around it. */
export const interactionName = /Interaction$/;

const outOfText = new Set([
  'feedbackInline',
  'feedbackBlock',
  'rubricBlock',
  'stylesheet',
  'templateInline',
  'templateBlock',
  'modalFeedback',
]);

/** HTML of a part of an item; `mark` may put something else in place of an element. */
export function htmlOf(
  node: XmlNode | string,
  mark: (node: XmlNode) => string | undefined = () => undefined,
): string {
  if (typeof node === 'string') return xmlSource(node);
  const marked = mark(node);
  if (marked !== undefined) return marked;
  if (outOfText.has(node.name)) return '';
  const inside = node.children.map((child) => htmlOf(child, mark)).join('');
  if (node.name === 'object' && /^image\//.test(node.attributes['type'] ?? '')) return pictureOf(node);
  if (node.name === 'prompt') return `<div>${inside}</div>`;
  if (notHtml.test(node.name)) return inside;
  return xmlAround(node, inside);
}

/** Elements of QTI that only hold HTML. */
const notHtml =
  /^(itemBody|contentBody|stimulusBody|simpleChoice|inlineChoice|simpleAssociableChoice|gapText|hottext|printedVariable|feedbackContent)$/;

const pictureOf = (node: XmlNode): string =>
  xmlSource({
    name: 'img',
    attributes: { src: node.attributes['data'] ?? '', alt: textIn(node).trim() },
    children: [],
  });

/** HTML of what stands inside an element. */
export const insideHtml = (node: XmlNode | undefined, mark?: (node: XmlNode) => string | undefined): string =>
  (node?.children ?? []).map((child) => htmlOf(child, mark)).join('');

/** Picture of an interaction: an `object`, or `img` in QTI 3. */
export function pictureIn(
  node: XmlNode,
):
  | { readonly address: string; readonly alt: string; readonly width: number; readonly height: number }
  | undefined {
  const [found] = elementsBelow(node, 'object', 'img', 'picture');
  const address = found?.attributes['data'] ?? found?.attributes['src'];
  if (found === undefined || address === undefined) return undefined;
  const { alt = textIn(found).trim(), width = '', height = '' } = found.attributes;
  return { address, alt, width: Number.parseFloat(width) || 0, height: Number.parseFloat(height) || 0 };
}
