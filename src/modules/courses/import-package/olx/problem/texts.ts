import { elementsBelow, elementsOf, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { shownInside } from './problem-text.ts';
import type { ResponseReader, ResponseScene } from './response.ts';

interface AcceptedDraft {
  text: string;
  feedback?: string;
}

const feedbackOf = (holder: XmlNode, scene: ResponseScene): { feedback?: string } => {
  const [hint] = elementsOf(holder, 'correcthint');
  const feedback = hint === undefined ? '' : scene.text(shownInside(hint));
  return feedback === '' ? {} : { feedback };
};

/** A short text: exactly, without regard to case, or by a pattern. */
export const readShortText: ResponseReader = (response, scene) => {
  const type = (response.attributes['type'] ?? '').split(/\s+/);
  const isPattern = type.includes('regexp');
  const accepted = acceptedOf(response, scene);
  if (accepted.length === 0) return undefined;
  const patterns = isPattern ? accepted.map((each) => ({ ...each, text: patternOf(each.text) })) : accepted;
  if (patterns.some(({ text }) => isPattern && !compiles(text))) return undefined;
  const expected = isPattern ? [] : foreseen(response, scene);
  const unit = unitOf(response);
  return [
    {
      field: {
        type: 'text',
        accepted: patterns,
        match: isPattern ? 'pattern' : type.includes('ci') ? 'words' : 'exact',
        accents: true,
        ...(isPattern && !type.includes('ci') && { caseCounts: true }),
        expected,
        ...(unit !== '' && { unit }),
      },
    },
  ];
};

/** What stands behind the field. */
export const unitOf = (response: XmlNode): string =>
  (elementsBelow(response, 'textline', 'formulaequationinput')[0]?.attributes['trailing_text'] ?? '').slice(
    0,
    40,
  );

/** The answer, further answers in elements or attributes, and the oldest way: `one_or_other`. */
export function acceptedOf(response: XmlNode, scene: ResponseScene): AcceptedDraft[] {
  const first = response.attributes['answer'] ?? '';
  const old = !(response.attributes['type'] ?? '').includes('regexp') && first.includes('_or_');
  const firsts = (old ? first.split('_or_') : [first]).map((text) => ({
    text: text.trim(),
    ...feedbackOf(response, scene),
  }));
  const further = elementsOf(response, 'additional_answer').map((each) => ({
    text: (each.attributes['answer'] ?? textIn(each)).trim(),
    ...feedbackOf(each, scene),
  }));
  return [...firsts, ...further]
    .filter(({ text }) => text !== '')
    .map((each) => ({ ...each, text: each.text.slice(0, 500) }));
}

/** Wrong answers that the author foresaw. A hint by pattern has no place beside answers that are words. */
function foreseen(response: XmlNode, scene: ResponseScene): AcceptedDraft[] {
  if (elementsOf(response, 'regexphint').length > 0) scene.note({ code: 'hint-left-out' });
  return elementsOf(response, 'stringequalhint')
    .map((hint) => ({
      text: (hint.attributes['answer'] ?? '').trim(),
      feedback: scene.text(shownInside(hint)),
    }))
    .filter(({ text }) => text !== '');
}

/** Python's way of writing patterns, as far as it is another. */
const patternOf = (pattern: string): string =>
  pattern
    .replace(/^\(\?[imsux]+\)/, '')
    .replaceAll('(?P<', '(?<')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replaceAll('\\Z', '$')
    .replaceAll('\\A', '^');

function compiles(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`) instanceof RegExp;
  } catch {
    return false;
  }
}
