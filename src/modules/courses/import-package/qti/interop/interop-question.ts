import {
  elementAt,
  elementsBelow,
  textAt,
  textIn,
  type XmlNode,
  xmlSource,
} from '../../../../../platform/xml/xml-tree.ts';
import { lineOf } from '../../reading/course-lines.ts';
import { questionOr, type ReadQuestion } from '../../reading/question-set.ts';
import { multipleQuestion, singleQuestion } from './choice-question.ts';
import { type InteropItem, type InteropResponse, readInteropItem } from './interop-item.ts';
import { frameOf, responsesOf } from './item-frame.ts';
import { type ItemScene, type QuestionInput, said } from './item-scene.ts';
import { gapQuestion, matchQuestion, namesHoles, orderQuestion } from './paired-question.ts';
import { hotspotQuestion } from './picture-question.ts';
import { asksNumber, numberQuestion, textQuestion } from './typed-question.ts';

/** A question of QTI 1.2 as IMS, Common Cartridge, Canvas, Blackboard and Brightspace write it. */
export function interopQuestion(
  node: XmlNode,
  number: number,
  scene: Omit<ItemScene, 'label'>,
): ReadQuestion {
  const item = readInteropItem(node);
  const own = /^(question|untitled|)$/i.test(item.title.trim()) ? '' : ` ${item.title}`;
  const label = lineOf(`${number}.${own}`, String(number), 120);
  const kept = { label, format: 'qti-1.2', source: xmlSource(node) };
  const asked = questionOf(item, { ...scene, label });
  if (asked === undefined) return { kind: 'kept', reason: 'question-kept', ...kept };
  return 'words' in asked ? { kind: 'text', text: asked.words } : questionOr(asked, kept);
}

type Read = QuestionInput | { readonly words: string } | undefined;

function questionOf(item: InteropItem, scene: ItemScene): Read {
  const word = wordFor(item);
  const responses = responsesOf(item);
  if (/text_only/.test(word)) return { words: said(htmlOf(item), scene) };
  if (/file_upload/.test(word)) return { ...frameOf(item, scene), type: 'file' };
  if (/calculated/.test(word)) return calculated(item, scene);
  if (/essay|long answer|written/.test(word)) return { ...frameOf(item, scene), type: 'essay' };
  const [first] = responses;
  if (first === undefined) return { words: said(htmlOf(item), scene) };
  if (/fill_in_multiple_blanks|multiple_dropdowns/.test(word))
    return gapQuestion(item, responses, /dropdowns/.test(word), scene);
  return responses.length > 1 ? severalAsked(item, responses, scene) : oneAsked(item, first, word, scene);
}

/** The platform's own word for the kind of question, in lower case. */
function wordFor({ fields }: InteropItem): string {
  const names = [
    'question_type',
    'cc_profile',
    'qmd_questiontype',
    'qmd_itemtype',
    'bbmd_questiontype',
    'interaction_type',
  ];
  return names
    .map((name) => fields.get(name) ?? '')
    .join(' ')
    .toLowerCase();
}

const htmlOf = (item: InteropItem): string => item.body.filter((each) => typeof each === 'string').join('');

function oneAsked(item: InteropItem, response: InteropResponse, word: string, scene: ItemScene): Read {
  if (response.render === 'hotspot' || response.tag === 'response_xy')
    return hotspotQuestion(item, response, scene);
  if (response.tag === 'response_lid') {
    if (/ordered/i.test(response.cardinality)) return orderQuestion(item, response, scene);
    if (response.labels.length === 0) return undefined;
    if (/multiple_response|multiple_answers|multi-select/.test(word))
      return multipleQuestion(item, response, scene);
    return (/multiple/i.test(response.cardinality) ? multipleQuestion : singleQuestion)(
      item,
      response,
      scene,
    );
  }
  if (response.tag !== 'response_str' && response.tag !== 'response_num') return undefined;
  const number = asksNumber(item, response) ? numberQuestion(item, response, scene) : undefined;
  return number ?? textQuestion(item, response, scene);
}

/** Several fields: holes in a text, or menus with the same choices. */
function severalAsked(item: InteropItem, responses: readonly InteropResponse[], scene: ItemScene): Read {
  const menus = responses.every(({ tag, labels }) => tag === 'response_lid' && labels.length > 0);
  const fields = responses.every(({ tag }) => tag === 'response_str' || tag === 'response_num');
  if (menus && !namesHoles(item, responses)) return matchQuestion(item, responses, scene);
  return menus || fields ? gapQuestion(item, responses, true, scene) : undefined;
}

/** A question with chance values is asked with the first set of values that the platform had drawn. */
function calculated(item: InteropItem, scene: ItemScene): Read {
  const [made] = elementsBelow(item.node, 'calculated');
  const [set] = elementsBelow(made, 'var_set');
  const answer = textAt(set, 'answer');
  if (set === undefined || !Number.isFinite(Number.parseFloat(answer))) return undefined;
  const values = elementsBelow(set, 'var').map(
    (each) => [each.attributes['name'] ?? '', textIn(each).trim()] as const,
  );
  const filled = values.reduce((html, [name, value]) => html.replaceAll(`[${name}]`, value), htmlOf(item));
  scene.book.lost('question-fixed-values', scene.label);
  const tolerance = textIn(elementAt(made, 'answer_tolerance')).trim();
  const given = {
    value: answer,
    tolerance: Math.abs(Number.parseFloat(tolerance)) || 0,
    percent: tolerance.endsWith('%'),
  };
  return { ...frameOf(item, scene, filled), type: 'number', answers: [given] };
}
