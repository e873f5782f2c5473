import { elementAt, elementsOf, type XmlNode, xmlSource } from '../../../../../platform/xml/xml-tree.ts';
import type { Block } from '../../../content/blocks.ts';
import { lineOf, textOfWords } from '../../reading/course-lines.ts';
import { courseTextOf } from '../../reading/page-blocks.ts';
import { questionOr, type ReadQuestion, setBlocks } from '../../reading/question-set.ts';
import { type ActivityAt, sceneAt } from '../backup-scene.ts';
import { field, htmlIn, numberField } from '../moodle-text.ts';
import { introBlocks } from './page-activities.ts';

/** A questionnaire: questions that nobody can fail. */
export async function feedbackActivity(at: ActivityAt): Promise<Block[]> {
  const items = elementsOf(elementAt(at.content, 'items'), 'item').toSorted(
    (a, b) => numberField(a, 'position') - numberField(b, 'position'),
  );
  const read = items.map((item, n) => asked(item, n + 1, at));
  at.book.tell('survey-as-questions');
  const rules = { passAt: 0, showAnswers: 'never' } as const;
  const { blocks } = setBlocks({ name: at.name, title: at.title, rules, read }, at.backup.names, at.book);
  return [...(await introBlocks(at)), ...blocks];
}

function asked(item: XmlNode, number: number, at: ActivityAt): ReadQuestion {
  const kind = field(item, 'typ');
  const prompt = textOfWords(field(item, 'name'));
  const id = at.backup.names.next(`${at.name}-${item.attributes['id'] ?? number}`);
  const label = lineOf(`${number}. ${field(item, 'name')}`, String(number), 120);
  const kept = { label, format: `moodle:feedback-${kind}`, source: xmlSource(item) };
  if (kind === 'label')
    return {
      kind: 'text',
      text: courseTextOf(htmlIn(field(item, 'presentation'), '1'), sceneAt(at, { area: 'item' })),
    };
  if (kind === 'pagebreak') return { kind: 'text', text: '' };
  if (kind === 'textarea' || kind === 'textfield' || kind === 'numeric')
    return questionOr({ id, prompt, points: 0, type: 'essay' }, kept);
  if (kind !== 'multichoice' && kind !== 'multichoicerated')
    return { kind: 'kept', reason: 'question-kept', ...kept };
  // "r>>>>>one|two<<<<<1": how it is shown, the choices, whether they stand side by side
  const [, how = 'r', listed = ''] =
    /^([a-z])>>>>>([\s\S]*?)(?:<<<<<\d*)?$/.exec(field(item, 'presentation')) ?? [];
  const choices = listed
    .split('|')
    .map((choice) => choice.replace(/^\s*\d+####/, '').trim())
    .filter((choice) => choice !== '')
    .map((choice, n) => ({ id: at.backup.names.next(`${id}-${n + 1}`), text: textOfWords(choice) }));
  const type = how === 'c' ? 'multiple' : how === 'd' ? 'dropdown' : 'single';
  return questionOr({ id, prompt, points: 0, type, choices }, kept);
}
