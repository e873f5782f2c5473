import { elementsBelow, elementsOf, type XmlNode, xmlSource } from '../../../../../platform/xml/xml-tree.ts';
import { plainOptions } from './choices.ts';
import { isResponse, responsesIn } from './problem-parts.ts';
import { shownHtml, shownInside } from './problem-text.ts';
import type { AskedField, ResponseScene } from './response.ts';
import { acceptedOf } from './texts.ts';

type Gap = Extract<AskedField['field'], { type: 'gap' }>['gaps'][number];

/**
 * Menus and short texts inside a table, a list or a sentence: one text with gaps, so that each stays in its place.
 * Undefined where a response is of another kind.
 */
export function gapText(problem: XmlNode, scene: ResponseScene): AskedField | undefined {
  const responses = responsesIn(problem);
  const gaps = new Map<XmlNode, Gap>();
  for (const [at, response] of responses.entries()) {
    const gap = gapOf(response, `gap-${at + 1}`, scene);
    if (gap === undefined) return undefined;
    gaps.set(response, gap);
  }
  const body = scene.text(problem.children.map((child) => withGaps(child, gaps)).join(''));
  return { field: { type: 'gap', body, gaps: [...gaps.values()] } };
}

function gapOf(response: XmlNode, id: string, scene: ResponseScene): Gap | undefined {
  const type = response.attributes['type'] ?? '';
  if (response.name === 'optionresponse') {
    const menus = elementsBelow(response, 'optioninput');
    const [menu] = menus;
    const choices = menu === undefined ? [] : plainOptions(menu);
    if (menus.length !== 1 || choices.length === 0) return undefined;
    if (elementsBelow(response, 'optionhint').length > 0) scene.note({ code: 'feedback-left-out' });
    return { id, choices };
  }
  if (response.name !== 'stringresponse' || type.includes('regexp')) return undefined;
  const accepted = acceptedOf(response, scene);
  if (elementsBelow(response, 'stringequalhint', 'regexphint').length > 0)
    scene.note({ code: 'feedback-left-out' });
  return accepted.length === 0 ? undefined : { id, accepted, caseCounts: !type.includes('ci') };
}

/** A text node holds the mark of the gap, so that cleaning leaves it as it is. */
function withGaps(node: XmlNode | string, gaps: ReadonlyMap<XmlNode, Gap>): string {
  if (typeof node === 'string') return xmlSource(node);
  const gap = gaps.get(node);
  if (gap !== undefined) return `${shownInside(node)} {{gap:${gap.id}}} `;
  if (responsesIn(node).length === 0 && !isResponse(node)) return shownHtml(node);
  const inside = node.children.map((child) => withGaps(child, gaps)).join('');
  return xmlSource({ ...node, children: [marker] }).replace(marker, () => inside);
}
const marker = '\u{f0000}inside\u{f0000}';

/** Hints that stand at the end of a problem, in their order. */
export const demandHints = (problem: XmlNode): XmlNode[] =>
  elementsOf(problem, 'demandhint').flatMap((hints) => elementsOf(hints, 'hint'));
