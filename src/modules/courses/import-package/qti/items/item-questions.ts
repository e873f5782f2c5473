import { elementsBelow, type XmlNode, xmlSource } from '../../../../../platform/xml/xml-tree.ts';
import { lineOf } from '../../reading/course-lines.ts';
import { questionOr, type ReadQuestion } from '../../reading/question-set.ts';
import { keyOf, marksByOwnRules } from './answer-key.ts';
import { type AssessmentItem, readAssessmentItem } from './assessment-item.ts';
import {
  type Asked,
  associateInteraction,
  choiceInteraction,
  gapMatchInteraction,
  hottextInteraction,
  matchInteraction,
  orderInteraction,
} from './choice-interactions.ts';
import { htmlOf, insideHtml, interactionName } from './item-html.ts';
import { type Frame, type ItemScene, type QuestionInput, said } from './item-scene.ts';
import {
  graphicGapMatchInteraction,
  hotspotInteraction,
  selectPointInteraction,
} from './picture-interactions.ts';
import { inlineQuestion, sliderQuestion } from './typed-interactions.ts';

const byName: Readonly<Record<string, (asked: Asked) => QuestionInput | undefined>> = {
  choiceInteraction,
  hottextInteraction,
  orderInteraction,
  matchInteraction,
  associateInteraction,
  gapMatchInteraction,
  hotspotInteraction,
  selectPointInteraction,
  graphicGapMatchInteraction,
  sliderInteraction: sliderQuestion,
  extendedTextInteraction: ({ frame }) => ({ ...frame, type: 'essay' }),
  uploadInteraction: ({ frame, interaction }) => ({
    ...frame,
    type: 'file',
    endings: endingsOf(interaction),
  }),
};

const endingsOf = ({ attributes }: XmlNode): string[] => {
  const ending = /\/(?:x-)?([a-z0-9]{1,12})$/i.exec(attributes['type'] ?? '')?.[1]?.toLowerCase();
  return ending === undefined ? [] : [ending];
};

/** Anything where a right answer is expected to be known. */
const withoutKey = /^(extendedText|upload|media|endAttempt|drawing|custom|portableCustom|position)/;

/**
 * Questions of one item of QTI 2 or 3, its names as QTI 2 writes them. An item that asks several things becomes as many
 * questions, each below the words that stand before it; one that cannot be asked is kept whole.
 */
export function itemQuestions(
  node: XmlNode,
  number: number,
  scene: Omit<ItemScene, 'label'>,
): ReadQuestion[] {
  const item = readAssessmentItem(node);
  const label = lineOf(`${number}. ${item.title}`, String(number), 120);
  const kept: ReadQuestion = {
    kind: 'kept',
    label,
    reason: 'question-kept',
    format: 'qti-item',
    source: xmlSource(node),
  };
  const within = { ...scene, label };
  if (item.body === undefined || item.changing) return [kept];
  const interactions = elementsBelow(item.body).filter(({ name }) => interactionName.test(name));
  if (interactions.every(({ name }) => name === 'mediaInteraction' || name === 'endAttemptInteraction'))
    return [{ kind: 'text', text: said(htmlOf(item.body, shownMedia), within) }];
  const pieces = piecesOf(item.body, interactions);
  const asked = pieces.map((piece, n) => ask(item, piece, frameOf(item, n, pieces.length, within), within));
  if (asked.some((each) => each === undefined)) return [kept];
  tellMarking(item, interactions, within);
  return asked
    .filter((each) => each !== undefined)
    .map((question) => questionOr(question, { label, format: kept.format, source: kept.source }));
}

interface Piece {
  readonly html: string;
  /** One that stands alone, or those that stand in the text. */
  readonly alone?: XmlNode;
  readonly inline: readonly { readonly n: number; readonly node: XmlNode }[];
}

const isInline = ({ name }: XmlNode): boolean =>
  name === 'textEntryInteraction' || name === 'inlineChoiceInteraction';
const isSilent = ({ name }: XmlNode): boolean =>
  name === 'endAttemptInteraction' || name === 'mediaInteraction';

/** What only plays stands in the text. */
const shownMedia = (node: XmlNode): string | undefined => (isSilent(node) ? insideHtml(node) : undefined);

/** Parts the text at interactions that stand alone; fields and menus stay in it as marks `\0n\0`. */
function piecesOf(body: XmlNode, interactions: readonly XmlNode[]): Piece[] {
  const html = htmlOf(body, (node) => {
    const n = interactions.indexOf(node);
    if (n < 0) return undefined;
    if (isSilent(node)) return insideHtml(node);
    return isInline(node) ? `\0${n}\0` : `\x01${n}\x01`;
  });
  const parts = html.split(/\x01(\d+)\x01/);
  const pieces: Piece[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const text = parts[at] ?? '';
    const inline = [...text.matchAll(/\0(\d+)\0/g)].flatMap(([, n]) => {
      const node = interactions[Number(n)];
      return node === undefined ? [] : [{ n: Number(n), node }];
    });
    const alone = interactions[Number(parts[at + 1] ?? -1)];
    if (inline.length > 0) pieces.push({ html: text, inline });
    if (alone !== undefined) pieces.push({ html: inline.length > 0 ? '' : text, alone, inline: [] });
    else if (inline.length === 0) addEnd(pieces, text);
  }
  return pieces;
}

/** Words after the last field stand above it with the others. */
function addEnd(pieces: Piece[], html: string): void {
  const last = pieces.at(-1);
  if (last !== undefined && html.replace(/<[^>]+>|\s/g, '') !== '')
    pieces[pieces.length - 1] = { ...last, html: last.html + html };
}

function ask(item: AssessmentItem, piece: Piece, frame: Frame, scene: ItemScene): QuestionInput | undefined {
  const { alone } = piece;
  if (alone === undefined) return inlineQuestion(item, piece.html, piece.inline, frame, scene);
  const response = item.responses.get(alone.attributes['responseIdentifier'] ?? '');
  const convert = byName[alone.name];
  if (convert === undefined || response === undefined) return undefined;
  const prompt = elementsBelow(alone, 'prompt')[0];
  const words = piece.html + insideHtml(prompt);
  const bare = { ...alone, children: alone.children.filter((child) => child !== prompt) };
  return convert({
    item,
    interaction: bare,
    response,
    key: keyOf(item, response),
    frame: { ...frame, prompt: said(words, scene) },
    scene,
  });
}

function frameOf(item: AssessmentItem, n: number, count: number, scene: ItemScene): Frame {
  const choices = new Set(
    elementsBelow(item.body, 'simpleChoice', 'hottext').map(({ attributes }) => attributes['identifier']),
  );
  const general = item.feedback.filter(({ identifier }) => !choices.has(identifier));
  const wrong = general.filter(({ identifier }) => /incorrect|wrong|fail/i.test(identifier));
  const right = general.filter(
    (each) => /correct|right|success/i.test(each.identifier) && !wrong.includes(each),
  );
  const words = (nodes: typeof general): string =>
    said(nodes.map(({ node }) => insideHtml(node)).join(''), scene);
  const explanation = words(general.filter((each) => !wrong.includes(each) && !right.includes(each)));
  const told = Object.entries({ right: words(right), wrong: words(wrong) }).filter(([, text]) => text !== '');
  const id = scene.names.next(
    count === 1 ? item.identifier || 'item' : `${item.identifier || 'item'}-${n + 1}`,
  );
  return {
    id,
    prompt: '',
    points: Number((item.points / count).toPrecision(6)),
    ...(n === count - 1 && explanation !== '' && { explanation }),
    ...(n === count - 1 && told.length > 0 && { said: Object.fromEntries(told) }),
  };
}

function tellMarking(
  item: AssessmentItem,
  interactions: readonly XmlNode[],
  { book, label }: ItemScene,
): void {
  if (marksByOwnRules(item)) book.lost('question-processing', label);
  const asking = interactions.filter(
    ({ name }) => !withoutKey.test(name) && !isInline({ name, attributes: {}, children: [] }),
  );
  const silent = asking.some(({ attributes }) => {
    const response = item.responses.get(attributes['responseIdentifier'] ?? '');
    return response !== undefined && keyOf(item, response).right.length === 0 && response.areas.length === 0;
  });
  if (silent) book.lost('question-without-key', label);
  if (elementsBelow(item.body, 'rubricBlock').length > 0) book.tell('marking-notes-left-out', label);
}
