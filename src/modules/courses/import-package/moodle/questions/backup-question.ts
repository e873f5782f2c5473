import { elementAt, elementsBelow, elementsOf, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { field, htmlField, htmlIn, isYes, numberField } from '../moodle-text.ts';
import { saidOf } from './said-of-result.ts';
import type { MoodleAnswer, MoodleDrag, MoodleDrop, MoodleQuestion } from './moodle-question.ts';

/** A question of questions.xml, as Moodle 2 to 5 write it. */
export function backupQuestion(node: XmlNode): MoodleQuestion {
  const qtype = field(node, 'qtype');
  const plugin = elementAt(node, `plugin_qtype_${qtype}_question`);
  const options =
    elementAt(plugin, qtype) ?? elementAt(plugin, 'multichoice') ?? elementAt(plugin, 'matchoptions');
  const answers = elementsOf(elementAt(plugin, 'answers'), 'answer').map((answer) =>
    answerOf(answer, plugin),
  );
  return {
    id: node.attributes['id'] ?? '',
    qtype,
    name: field(node, 'name'),
    html: htmlField(node, 'questiontext'),
    generalFeedback: htmlField(node, 'generalfeedback'),
    mark: numberField(node, field(node, 'defaultmark') === '' ? 'defaultgrade' : 'defaultmark'),
    parent: field(node, 'parent'),
    hints: elementsBelow(elementAt(node, 'question_hints'), 'question_hint').map((hint) =>
      htmlField(hint, 'hint'),
    ),
    answers,
    single: field(options, 'single') !== '0',
    shuffle: isYes(options, 'shuffleanswers'),
    caseCounts: isYes(options, 'usecase'),
    units: elementsBelow(plugin, 'numerical_unit').map((unit) => field(unit, 'unit')),
    asksUnit: ['0', '1', '2'].includes(field(elementsBelow(plugin, 'numerical_option')[0], 'showunits')),
    pairs: elementsBelow(plugin, 'match').map((pair) => ({
      html: htmlField(pair, 'questiontext'),
      answer: field(pair, 'answertext'),
    })),
    drags: elementsBelow(plugin, 'drag').map(dragOf),
    drops: elementsBelow(plugin, 'drop').map(dropOf),
    sequence: field(elementsBelow(plugin, 'multianswer')[0], 'sequence')
      .split(',')
      .filter((id) => id !== ''),
    values: valuesOf(plugin),
    takes: field(options, 'responseformat'),
    attachments: numberField(options, 'attachments'),
    mostWords: numberField(options, 'maxwordlimit'),
    said: saidOf((name) => field(options, name)),
    node,
  };
}

function answerOf(answer: XmlNode, plugin: XmlNode | undefined): MoodleAnswer {
  const id = answer.attributes['id'] ?? '';
  const record = elementsBelow(plugin, 'numerical_record', 'calculated_record').find(
    (each) => field(each, 'answer') === id,
  );
  const plain = field(answer, 'answertext') || field(answer, 'answer_text');
  return {
    id,
    plain,
    html: htmlIn(plain, field(answer, 'answerformat') || '0'),
    fraction: numberField(answer, 'fraction'),
    feedback: htmlField(answer, 'feedback'),
    tolerance: numberField(record, 'tolerance'),
    relative: field(record, 'tolerancetype') === '1',
    group: groupOf(field(answer, 'feedback')),
  };
}

/** "2", or a serialised row with `draggroup`. */
const groupOf = (feedback: string): string =>
  /draggroup";(?:s:\d+:"|i:)(\d+)/.exec(feedback)?.[1] ?? (/^\d{1,2}$/.test(feedback) ? feedback : '1');

const dragOf = (drag: XmlNode): MoodleDrag => ({
  id: drag.attributes['id'] ?? '',
  no: field(drag, 'no'),
  label: field(drag, 'label'),
});

const dropOf = (drop: XmlNode): MoodleDrop => ({
  no: field(drop, 'no'),
  choice: field(drop, 'choice'),
  label: field(drop, 'label'),
  shape: field(drop, 'shape'),
  coords: field(drop, 'coords') || `${field(drop, 'xleft')},${field(drop, 'ytop')}`,
});

function valuesOf(plugin: XmlNode | undefined): Record<string, string> {
  const sets = elementsBelow(plugin, 'dataset_definition').map((set) => {
    const [first] = elementsBelow(set, 'dataset_item');
    return [field(set, 'name'), field(first, 'value')] as const;
  });
  return Object.fromEntries(sets.filter(([name, value]) => name !== '' && value !== ''));
}
