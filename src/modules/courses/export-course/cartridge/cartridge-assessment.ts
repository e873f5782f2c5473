import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import type { ContentOf } from '../../content/blocks.ts';
import type { Bank } from '../../content/course-content.ts';
import type { Question } from '../../content/questions.ts';
import { cartridgeItem, type ItemScene } from './cartridge-item.ts';

const namespace = 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2';
const document = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement('questestinterop', [inside], { xmlns: namespace })}`;

const field = (name: string, value: string): string =>
  xmlElement('qtimetadatafield', [xmlElement('fieldlabel', name), xmlElement('fieldentry', value)]);

function items(questions: readonly Question[], scene: ItemScene): string[] {
  return questions.flatMap((question) => {
    const item = cartridgeItem(question, scene);
    if (item === undefined) scene.note('question-left-out', { type: question.type });
    return item === undefined ? [] : [item];
  });
}

/** A set of questions as a test. Undefined where none of them can be asked there. */
export function cartridgeAssessment(
  { id, title }: { readonly id: string; readonly title: string },
  { intro, questions, rules }: ContentOf<'questions'>,
  drawn: readonly Question[],
  scene: ItemScene,
): string | undefined {
  const written = items([...questions, ...drawn], scene);
  if (written.length === 0) return undefined;
  if (intro !== undefined) scene.note('intro-left-out');
  if (rules.draw.length > 0) scene.note('draw-fixed');
  if (rules.shuffle) scene.note('shuffle-left-out');
  if (rules.passAt !== 0.5) scene.note('pass-mark-left-out');
  const metadata = xmlElement('qtimetadata', [
    field('cc_profile', 'cc.exam.v0p1'),
    field('qmd_assessmenttype', 'Examination'),
    field('cc_maxattempts', rules.attempts === undefined ? 'unlimited' : String(rules.attempts)),
    ...(rules.minutes === undefined ? [] : [field('qmd_timelimit', String(Math.ceil(rules.minutes)))]),
  ]);
  const section = xmlElement('section', written, { ident: 'root_section' });
  return document(xmlElement('assessment', [metadata, section], { ident: id, title }));
}

/** The banks of the course: a cartridge has one. */
export function cartridgeBank(banks: readonly Bank[], scene: ItemScene): string | undefined {
  const written = items(
    banks.flatMap(({ questions }) => questions),
    scene,
  );
  return written.length === 0
    ? undefined
    : document(xmlElement('objectbank', written, { ident: 'objectbank' }));
}
