import { elementsBelow, elementsOf, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { shownInside } from './problem-text.ts';
import type { AskedField, ResponseReader, ResponseScene } from './response.ts';

const isRight = (choice: XmlNode): boolean => choice.attributes['correct']?.toLowerCase() === 'true';

interface ChoiceDraft {
  id: string;
  text: string;
  right: boolean;
  credit?: number;
  feedback?: string;
  feedbackUnchosen?: string;
}

/** Words that a hint says, with the label that an author gave it instead of "Correct". */
const hintText = (hint: XmlNode | undefined, scene: ResponseScene): string =>
  hint === undefined ? '' : scene.text(shownInside(hint));

function choicesOf(group: XmlNode, scene: ResponseScene): ChoiceDraft[] {
  return elementsOf(group, 'choice').map((choice, at) => {
    const hints = elementsOf(choice, 'choicehint');
    const chosen = hintText(
      hints.find((hint) => hint.attributes['selected'] !== 'false'),
      scene,
    );
    const left = hintText(
      hints.find((hint) => hint.attributes['selected'] === 'false'),
      scene,
    );
    return {
      id: `choice-${at + 1}`,
      text: scene.text(shownInside(choice)),
      right: isRight(choice),
      ...(chosen !== '' && { feedback: chosen }),
      ...(left !== '' && { feedbackUnchosen: left }),
    };
  });
}

/** One of several. */
export const readSingle: ResponseReader = (response, scene) => {
  const [group] = elementsBelow(response, 'choicegroup', 'radiogroup');
  const choices = group === undefined ? [] : choicesOf(group, scene);
  if (group === undefined || choices.length === 0) return undefined;
  if (/points/i.test(response.attributes['partial_credit'] ?? ''))
    for (const [at, choice] of elementsOf(group, 'choice').entries())
      if (isPartial(choice))
        Object.assign(choices[at] ?? {}, { credit: worthOf(choice.attributes['point_value']) });
  if (Number(group.attributes['answer-pool']) > 0) scene.note({ code: 'answer-pool-left-out' });
  addTargetedFeedback(response, group, choices, scene);
  const shuffle = group.attributes['shuffle'] === 'true';
  return [{ field: { type: 'single', choices, shuffle } }];
};

const isPartial = ({ attributes }: XmlNode): boolean => /partial/i.test(attributes['correct'] ?? '');

/** Half, unless another share is said. */
function worthOf(said: string | undefined): number {
  const share = Number.parseFloat(said ?? '');
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0.5;
}

/** Feedback that stands beside the choices and names them by `explanation-id`. */
function addTargetedFeedback(
  response: XmlNode,
  group: XmlNode,
  choices: ChoiceDraft[],
  scene: ResponseScene,
): void {
  const told = elementsBelow(response, 'targetedfeedback');
  for (const [at, choice] of elementsOf(group, 'choice').entries()) {
    const id = choice.attributes['explanation-id'];
    const feedback = told.find((each) => id !== undefined && each.attributes['explanation-id'] === id);
    const draft = choices[at];
    if (feedback !== undefined && draft !== undefined && draft.feedback === undefined)
      draft.feedback = scene.text(shownInside(feedback));
  }
}

/** Any number of several. */
export const readMultiple: ResponseReader = (response, scene) => {
  const [group] = elementsBelow(response, 'checkboxgroup', 'choicegroup');
  const choices = group === undefined ? [] : choicesOf(group, scene);
  if (group === undefined || choices.length === 0) return undefined;
  const combinations = elementsBelow(group, 'compoundhint').flatMap((hint) => {
    const ids = (hint.attributes['value'] ?? '')
      .split(/[\s,]+/)
      .flatMap((letter) => choices[letter.toUpperCase().charCodeAt(0) - 65]?.id ?? []);
    const feedback = hintText(hint, scene);
    return feedback === '' ? [] : [{ ids, feedback }];
  });
  const credit = creditOf(response.attributes['partial_credit']);
  return [
    {
      field: {
        type: 'multiple',
        choices,
        credit,
        combinations,
        shuffle: group.attributes['shuffle'] === 'true',
      },
    },
  ];
};

const creditOf = (told = ''): 'all' | 'each' | 'halves' =>
  /halves/i.test(told) ? 'halves' : /edc|points/i.test(told) ? 'each' : 'all';

/** Menus: several in one response are several questions. */
export const readDropdowns: ResponseReader = (response, scene) => {
  const menus = elementsBelow(response, 'optioninput').map((menu): AskedField | undefined => {
    const choices = optionsOf(menu, scene);
    if (choices.length === 0) return undefined;
    const label = menu.attributes['label'];
    if (/points/i.test(response.attributes['partial_credit'] ?? '')) addPartial(menu, choices);
    const shuffle = menu.attributes['shuffle'] === 'true';
    return { field: { type: 'dropdown', choices, shuffle }, ...(label && { prompt: label }) };
  });
  return menus.length > 0 && menus.every((menu) => menu !== undefined) ? menus : undefined;
};

/** `partial="'b','c'" point_values="0.5,0.25"`: what of a menu is partly right. */
function addPartial(menu: XmlNode, choices: readonly ChoiceDraft[]): void {
  const shares = (menu.attributes['point_values'] ?? '').split(',');
  for (const [at, words] of listed(menu.attributes['partial'] ?? '').entries()) {
    const choice = choices.find(({ text }) => plainOf(text) === words);
    if (choice !== undefined && !choice.right) choice.credit = worthOf(shares[at]);
  }
}

const plainOf = (text: string): string =>
  text
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .trim();

/** Both ways of writing a menu: `<option correct="True">`, and `options="('a','b')" correct="b"`. */
export function optionsOf(menu: XmlNode, scene: ResponseScene): ChoiceDraft[] {
  const written = elementsOf(menu, 'option');
  if (written.length > 0)
    return written.map((option, at) => {
      const feedback = hintText(elementsOf(option, 'optionhint')[0], scene);
      const text = scene.text(shownInside(option));
      return { id: `choice-${at + 1}`, text, right: isRight(option), ...(feedback !== '' && { feedback }) };
    });
  const right = unquoted(menu.attributes['correct'] ?? '');
  return listed(menu.attributes['options'] ?? '').map((words, at) => ({
    id: `choice-${at + 1}`,
    text: scene.text(textOnly(words)),
    right: words === right,
  }));
}

const textOnly = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A Python tuple of texts, quoted either way or not at all. */
function listed(tuple: string): string[] {
  const inside = tuple.trim().replace(/^[([]|[)\]]$/g, '');
  const pieces = inside.matchAll(/\s*(?:u?'((?:[^'\\]|\\.)*)'|u?"((?:[^"\\]|\\.)*)"|([^,]+))\s*(?:,|$)/g);
  return [...pieces]
    .map(([, single, double, bare]) => (single ?? double ?? bare ?? '').replace(/\\(.)/g, '$1').trim())
    .filter((words) => words !== '');
}

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^(['"])([\s\S]*)\1$/, '$2')
    .replace(/\\(.)/g, '$1');

/** Words of the choices of a menu, for a gap in a text. */
export const plainOptions = (menu: XmlNode): { text: string; right: boolean }[] => {
  const written = elementsOf(menu, 'option');
  const right = unquoted(menu.attributes['correct'] ?? '');
  if (written.length > 0)
    return written.map((option) => ({ text: optionWords(option), right: isRight(option) }));
  return listed(menu.attributes['options'] ?? '').map((text) => ({ text, right: text === right }));
};

const optionWords = (option: XmlNode): string =>
  option.children
    .filter((child) => typeof child === 'string' || child.name !== 'optionhint')
    .map(textIn)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
