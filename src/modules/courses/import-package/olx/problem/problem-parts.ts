import { elementsBelow, elementsOf, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { shownHtml } from './problem-text.ts';

/** A problem in the order in which it is read: words, and what asks for an answer. */
export type ProblemPart = { readonly html: string } | { readonly response: XmlNode };

export const isResponse = ({ name }: XmlNode): boolean => /[a-z]response$/.test(name);

export const responsesIn = (problem: XmlNode): XmlNode[] =>
  elementsOf(problem).flatMap((child) => (isResponse(child) ? [child] : responsesIn(child)));

/** Boxes around responses are opened; what they hold stands in the problem's own line. */
export function partsOf(problem: XmlNode): ProblemPart[] {
  const parts: ProblemPart[] = [];
  for (const child of problem.children) {
    if (typeof child === 'string') parts.push({ html: shownHtml(child) });
    else if (isResponse(child)) parts.push({ response: child });
    else if (responsesIn(child).length > 0) parts.push(...partsOf(child));
    else parts.push({ html: shownHtml(child) });
  }
  return parts;
}

/** Whether a sentence goes on behind the answer that is asked for in it. */
function goesOn(box: XmlNode, response: XmlNode | undefined): boolean {
  if (
    response === undefined ||
    !elementsIn(response).some(({ attributes }) => /^(1|true)$/i.test(attributes['inline'] ?? ''))
  )
    return false;
  const at = box.children.indexOf(response);
  return at >= 0 && box.children.slice(at + 1).some((child) => textIn(child).trim() !== '');
}

const elementsIn = (node: XmlNode): readonly XmlNode[] => [node, ...elementsBelow(node)];

const laidOut = new Set(['table', 'tbody', 'tr', 'td', 'th', 'ul', 'ol', 'li', 'dl', 'dd']);

/** Whether answers stand inside a table, a list or a sentence, so that their place says what they answer. */
export function isLaidOut(problem: XmlNode): boolean {
  return elementsBelow(problem, ...laidOut, 'p', 'span').some((box) => {
    const inside = responsesIn(box);
    return inside.length > 1 || (inside.length === 1 && (laidOut.has(box.name) || goesOn(box, inside[0])));
  });
}
