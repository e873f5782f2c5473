import { elementAt, elementsBelow, elementsOf, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { xmlText } from '../../../../../platform/xml/xml-text.ts';
import type { Block } from '../../../content/blocks.ts';
import { pageBlocks } from '../../reading/page-blocks.ts';
import { setBlocks } from '../../reading/question-set.ts';
import { type ActivityAt, sceneAt } from '../backup-scene.ts';
import { field, htmlField, htmlIn, isYes, numberField } from '../moodle-text.ts';
import { askedInBackup } from '../questions/asked-in-backup.ts';
import { emptyQuestion } from '../questions/empty-question.ts';
import type { MoodleAnswer, MoodleQuestion } from '../questions/moodle-question.ts';
import { introBlocks } from './page-activities.ts';

/** Moodle's numbers for pages of a lesson that ask something. */
const qtypes: Readonly<Record<string, string>> = {
  '1': 'shortanswer',
  '2': 'truefalse',
  '3': 'multichoice',
  '5': 'match',
  '8': 'numerical',
  '10': 'essay',
};

/** Pages follow each other in the order of the lesson; questions stand where their page stood. */
export async function lessonActivity(at: ActivityAt): Promise<Block[]> {
  const pages = inOrder(elementsOf(elementAt(at.content, 'pages'), 'page'));
  const ask = await askedInBackup(at, false);
  const blocks = await introBlocks(at);
  at.book.lost('lesson-paths');
  for (const [n, page] of pages.entries()) {
    const name = `${at.name}-${page.attributes['id'] ?? n}`;
    const qtype = qtypes[field(page, 'qtype')];
    const html = htmlField(page, 'contents');
    if (qtype !== undefined) {
      const read = [ask(questionOf(page, qtype, html), n + 1)];
      blocks.push(...setBlocks({ name, title: field(page, 'title'), read }, at.backup.names, at.book).blocks);
    } else if (html !== '') {
      const place = { area: 'page_contents', item: page.attributes['id'] ?? '' };
      const withTitle = `<h2>${xmlText(field(page, 'title'))}</h2>${html}`;
      blocks.push(...(await pageBlocks(withTitle, name, sceneAt(at, place))));
    }
  }
  return blocks;
}

/** Each page names the next; what the chain does not reach comes after it. */
function inOrder(pages: readonly XmlNode[]): XmlNode[] {
  const byId = new Map(pages.map((page) => [page.attributes['id'] ?? '', page]));
  const ordered = new Set<XmlNode>();
  let at = pages.find((page) => field(page, 'prevpageid') === '0');
  while (at !== undefined && !ordered.has(at)) {
    ordered.add(at);
    at = byId.get(field(at, 'nextpageid'));
  }
  return [...ordered, ...pages.filter((page) => !ordered.has(page))];
}

function questionOf(page: XmlNode, qtype: string, html: string): MoodleQuestion {
  const given = elementsBelow(page, 'answer');
  const scored = given.some((answer) => pointsOf(answer) > 0);
  const answers = given.map((answer) => answerOf(answer, scored));
  // of pairs the first two answers are what is said to right and wrong ones
  const pairs = qtype === 'match' ? given.slice(2) : [];
  return {
    ...emptyQuestion(`lesson-${page.attributes['id'] ?? ''}`, '', 'page'),
    qtype,
    name: field(page, 'title'),
    html,
    answers: qtype === 'essay' || qtype === 'match' ? [] : answers,
    single: !isYes(page, 'qoption'),
    caseCounts: qtype === 'shortanswer' && isYes(page, 'qoption'),
    pairs: pairs.map((pair) => ({
      html: htmlIn(field(pair, 'answer_text'), '1'),
      answer: field(pair, 'response'),
    })),
    node: page,
  };
}

const pointsOf = (answer: XmlNode): number =>
  Math.max(numberField(answer, 'score'), numberField(answer, 'grade'));

/** An answer is right when it gives points, or leads forward where none gives any. */
function answerOf(answer: XmlNode, scored: boolean): MoodleAnswer {
  const right = scored ? pointsOf(answer) > 0 : field(answer, 'jumpto') !== '0';
  const plain = field(answer, 'answer_text');
  return {
    id: answer.attributes['id'] ?? '',
    html: htmlIn(plain, field(answer, 'answerformat') || '1'),
    plain: plain.replace(/<[^>]+>/g, '').trim(),
    fraction: right ? 1 : 0,
    feedback: htmlIn(field(answer, 'response'), '1'),
    tolerance: 0,
    relative: false,
    group: '1',
  };
}
