import {
  elementsBelow,
  elementsOf,
  textIn,
  type XmlNode,
  xmlInside,
  xmlSource,
} from '../../../../../platform/xml/xml-tree.ts';
import { wordsOfCourseText } from '../../../../../platform/course-text/words.ts';

/** Elements of a problem that are no text: fields, answers, what is said later. */
const fields = new Set([
  ...['choicegroup', 'checkboxgroup', 'radiogroup', 'radiotextgroup', 'checkboxtextgroup', 'optioninput'],
  ...['textline', 'textbox', 'formulaequationinput', 'numericalinput', 'imageinput', 'annotationinput'],
  ...['filesubmission', 'chemicalequationinput', 'jsinput', 'schematic', 'crystallography', 'vsepr_input'],
  ...[
    'drag_and_drop_input',
    'editamoleculeinput',
    'designprotein2dinput',
    'editageneinput',
    'javascriptinput',
  ],
]);
const aside = new Set([
  ...['solution', 'solutionset', 'demandhint', 'responseparam', 'additional_answer', 'correcthint', 'script'],
  ...['stringequalhint', 'regexphint', 'hintgroup', 'hintpart', 'targetedfeedbackset', 'targetedfeedback'],
  ...['answer', 'choicehint', 'optionhint', 'compoundhint', 'startouttext', 'endouttext', 'or'],
]);

/** Names of the other platform that are HTML by another name. */
const inHtml: Readonly<Record<string, string>> = {
  text: 'div',
  outtext: 'div',
  label: 'p',
  description: 'p',
  clarification: 'small',
  legend: 'p',
};

/** The element's words as HTML, without fields and answers. */
export function shownHtml(node: XmlNode | string): string {
  if (typeof node !== 'string' && (fields.has(node.name) || aside.has(node.name))) return '';
  return xmlSource(asHtml(node));
}

/** The same of what stands in the element, without the element. */
export const shownInside = (node: XmlNode): string => node.children.map(shownHtml).join('');

function asHtml(node: XmlNode | string): XmlNode | string {
  if (typeof node === 'string') return node;
  const children = node.children
    .filter((child) => typeof child === 'string' || !(fields.has(child.name) || aside.has(child.name)))
    .map(asHtml);
  if (node.name !== 'clarification') return { ...node, name: inHtml[node.name] ?? node.name, children };
  return { name: 'small', attributes: {}, children: [' (', ...children, ') '] };
}

/** The first attribute that labels a field, where the words around it say nothing. */
export function fieldLabel(response: XmlNode): string {
  const labelled = elementsBelow(response, ...fields).find(({ attributes }) => attributes['label']?.trim());
  return labelled?.attributes['label']?.trim() ?? '';
}

const opening =
  /^\s*(?:<(?:p|h\d|b|strong|div)[^>]*>\s*)+(?:explanation|solution|answer)\s*:?\s*(?:<\/(?:p|h\d|b|strong|div)>\s*)+/i;

/** What a solution says, without the heading "Explanation" that every page gives it anyway. */
export function solutionHtml(holder: XmlNode): string {
  const solutions = elementsOf(holder).flatMap((child) =>
    child.name === 'solution'
      ? [child]
      : child.name === 'solutionset'
        ? elementsBelow(child, 'solution')
        : [],
  );
  return solutions
    .map((solution) => {
      const only = elementsOf(solution);
      const [first] = only;
      const boxed =
        only.length === 1 && first?.name === 'div' && textIn(first).trim() === textIn(solution).trim();
      return xmlInside(asHtml(boxed ? first : solution) as XmlNode).replace(opening, '');
    })
    .join('\n');
}

export const isBlank = (text: string): boolean =>
  wordsOfCourseText(text) === '' && !/<(img|math|hr)\b/.test(text);
