import {
  attributeOf,
  type Element,
  elementBefore,
  elementsIn,
  isTag,
  type PageTree,
  prependChild,
  removeElement,
  unwrap,
  wordsIn,
} from './page-tree.ts';

const closed = /(?:^|;)\s*(?:height|max-height)\s*:\s*0(?:px|%|em)?\s*(?:;|$)|(?:^|;)\s*display\s*:\s*none/i;

const isHidden = (element: Element): boolean =>
  closed.test(attributeOf(element, 'style')) || 'hidden' in element.attribs;

/** Whether a click on it does something. */
const answersClicks = (element: Element): boolean =>
  'onclick' in element.attribs || /collapse|toggle/i.test(attributeOf(element, 'data-toggle'));

/**
 * Panels that a click on their heading opens become `<details>`, which opens without a script; hidden parts that nothing
 * opens go.
 * @returns how many of either
 */
export function unfold(tree: PageTree): { readonly folded: number; readonly hidden: number } {
  let folded = 0;
  let hidden = 0;
  for (const panel of elementsIn(tree, isHidden)) {
    const heading = elementBefore(panel);
    const { parent } = panel;
    const around = parent !== null && isTag(parent) ? parent : undefined;
    const opens = heading !== undefined && (answersClicks(heading) || (around && answersClicks(around)));
    if (!opens) {
      if (wordsIn([panel]) !== '') hidden += 1;
      removeElement(panel);
      continue;
    }
    if (around) delete around.attribs['onclick'];
    fold(heading, panel);
    folded += 1;
  }
  return { folded, hidden };
}

/** The signs that show whether a panel is open are drawn by `<details>` itself. */
function fold(heading: Element, panel: Element): void {
  for (const sign of elementsIn(heading, (each) =>
    /\b(icon|arrow|caret|chevron)\b/i.test(attributeOf(each, 'class')),
  ))
    if (wordsIn([sign]).length <= 2) removeElement(sign);
  for (const box of elementsIn({ children: heading.children }, ({ name }) => /^(h\d|p|div)$/.test(name)))
    unwrap(box);
  heading.name = 'summary';
  heading.attribs = {};
  panel.name = 'details';
  panel.attribs = {};
  prependChild(panel, heading);
}
