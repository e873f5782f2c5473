import type { BlockDraft } from './leaf.ts';
import {
  attributeOf,
  type Element,
  elementsIn,
  htmlOf,
  type PageTree,
  removeElement,
  unwrap,
  wordsIn,
} from './page-tree.ts';

const calls = /^\s*(?:return\s+)?([\w$.]+)\s*\(/;

/**
 * A row of buttons that all tell the same script which of them was pressed ("Was this page useful?") is a poll. The
 * buttons go from the page; the words around them are the question. Undefined where the page is anything else.
 */
export function pollOfButtons(tree: PageTree): BlockDraft | undefined {
  const buttons = elementsIn(tree, ({ name }) => name === 'button');
  const functions = new Set(buttons.map((button) => calls.exec(attributeOf(button, 'onclick'))?.[1]));
  if (buttons.length < 2 || buttons.length > 12 || functions.size !== 1 || functions.has(undefined))
    return undefined;
  if (elementsIn(tree, ({ name }) => fields.has(name)).length > 0) return undefined;
  const options = buttons.map((button, at) => ({ id: `option-${at + 1}`, text: labelOf(button) }));
  if (options.some(({ text }) => text === '') || wordsIn(tree.children).length > 1000) return undefined;
  for (const button of buttons) removeElement(button);
  for (const box of elementsIn(tree, ({ name }) => name === 'div')) unwrap(box);
  return { type: 'poll', question: htmlOf(tree.children).trim(), options, showResults: false };
}
const fields = new Set(['input', 'select', 'textarea', 'form']);

const labelOf = (button: Element): string =>
  (wordsIn([button]) || attributeOf(button, 'aria-label') || attributeOf(button, 'title')).slice(0, 500);
