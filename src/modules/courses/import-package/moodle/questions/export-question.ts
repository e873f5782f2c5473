import { elementAt, elementsBelow, elementsOf, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { field, htmlIn, numberField } from '../moodle-text.ts';
import { emptyQuestion } from './empty-question.ts';
import { saidOf } from './said-of-result.ts';
import type { MoodleAnswer, MoodleQuestion } from './moodle-question.ts';

/** A category of a Moodle XML export with its questions. */
export interface ExportedCategory {
  readonly name: string;
  readonly questions: readonly MoodleQuestion[];
}

/** Reads `quiz` of a Moodle XML export: a question of type "category" says where those after it belong. */
export function readExport(root: XmlNode): ExportedCategory[] {
  const categories: { name: string; questions: MoodleQuestion[] }[] = [];
  let name = '';
  for (const [n, node] of elementsOf(root, 'question').entries()) {
    if (node.attributes['type'] === 'category') {
      name = field(node, 'category', 'text').replace(/^\$(course|module|system)\$\/?(top\/)?/, '');
      continue;
    }
    const last = categories.at(-1);
    const question = exportedQuestion(node, n + 1);
    if (last?.name === name) last.questions.push(question);
    else categories.push({ name, questions: [question] });
  }
  return categories;
}

/** HTML of an element with its format and `text`. */
const html = (node: XmlNode | undefined): string =>
  htmlIn(field(node, 'text'), node?.attributes['format'] ?? 'moodle_auto_format');

const yes = (node: XmlNode, name: string): boolean => /^(1|true)$/.test(field(node, name));

function exportedQuestion(node: XmlNode, number: number): MoodleQuestion {
  const qtype = node.attributes['type'] ?? '';
  return {
    ...emptyQuestion(`export-${number}`, '', 'question'),
    qtype: qtype === 'cloze' ? 'multianswer' : qtype === 'matching' ? 'match' : qtype,
    name: field(node, 'name', 'text'),
    html: html(elementAt(node, 'questiontext')),
    generalFeedback: html(elementAt(node, 'generalfeedback')),
    mark: field(node, 'defaultgrade') === '' ? 1 : numberField(node, 'defaultgrade'),
    hints: elementsOf(node, 'hint')
      .map(html)
      .filter((hint) => hint !== ''),
    answers: answersOf(node),
    single: !/^(0|false)$/.test(field(node, 'single')),
    shuffle: yes(node, 'shuffleanswers'),
    caseCounts: yes(node, 'usecase'),
    units: elementsBelow(node, 'unit').map((unit) => field(unit, 'unit_name')),
    asksUnit: ['0', '1', '2'].includes(field(node, 'showunits')),
    pairs: elementsOf(node, 'subquestion').map((pair) => ({
      html: html(pair),
      answer: field(pair, 'answer', 'text'),
    })),
    drags: elementsOf(node, 'drag').map((drag) => ({
      id: field(drag, 'no'),
      no: field(drag, 'no'),
      label: field(drag, 'text'),
    })),
    drops: elementsOf(node, 'drop').map((drop) => ({
      no: field(drop, 'no'),
      choice: field(drop, 'choice'),
      label: field(drop, 'text'),
      shape: field(drop, 'shape'),
      coords: field(drop, 'coords') || `${field(drop, 'xleft')},${field(drop, 'ytop')}`,
    })),
    said: saidOf((name) => html(elementAt(node, name))),
    values: valuesOf(node),
    takes: field(node, 'responseformat'),
    attachments: numberField(node, 'attachments'),
    mostWords: numberField(node, 'maxwordlimit'),
    node,
  };
}

function answersOf(node: XmlNode): MoodleAnswer[] {
  const choices = [...elementsOf(node, 'selectoption'), ...elementsOf(node, 'dragbox')];
  const answers = elementsOf(node, 'answer').map((answer) => ({
    id: '',
    plain: field(answer, 'text'),
    html: html(answer),
    fraction: Number(answer.attributes['fraction'] ?? '0') / 100,
    feedback: html(elementAt(answer, 'feedback')),
    tolerance: numberField(answer, 'tolerance'),
    relative: field(answer, 'tolerancetype') === '1',
    group: '1',
  }));
  const words = choices.map((choice) => ({
    id: '',
    plain: field(choice, 'text'),
    html: htmlIn(field(choice, 'text'), '1'),
    fraction: 0,
    feedback: '',
    tolerance: 0,
    relative: false,
    group: field(choice, 'group') || '1',
  }));
  return words.length > 0 ? words : answers;
}

function valuesOf(node: XmlNode): Record<string, string> {
  const sets = elementsBelow(node, 'dataset_definition').map((set) => {
    const [first] = elementsBelow(set, 'dataset_item');
    return [field(set, 'name', 'text'), field(first, 'value')] as const;
  });
  return Object.fromEntries(sets.filter(([name, value]) => name !== '' && value !== ''));
}
