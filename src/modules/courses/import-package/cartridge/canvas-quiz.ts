import { textAt, type XmlNode } from '../../../../platform/xml/xml-tree.ts';
import type { QuestionRules } from '../../content/questions.ts';
import type { NoteBook } from '../reading/note-book.ts';

/** How Canvas asks a quiz: attempts, time, what is shown afterwards. What has no counterpart is told. */
export function canvasQuizRules(meta: XmlNode | undefined, book: NoteBook): Partial<QuestionRules> {
  if (meta === undefined) return {};
  const attempts = Number.parseInt(textAt(meta, 'allowed_attempts'), 10);
  const minutes = Number.parseFloat(textAt(meta, 'time_limit'));
  const survey = /survey/.test(textAt(meta, 'quiz_type'));
  for (const rule of ['access_code', 'ip_filter'])
    if (textAt(meta, rule) !== '') book.lost('quiz-rule-left-out', rule);
  for (const rule of ['one_question_at_a_time', 'cant_go_back', 'require_lockdown_browser'])
    if (textAt(meta, rule) === 'true') book.lost('quiz-rule-left-out', rule);
  if (['due_at', 'lock_at', 'unlock_at'].some((name) => textAt(meta, name) !== ''))
    book.tell('dates-left-out');
  if (textAt(meta, 'available') === 'false' && textAt(meta, 'assignment', 'workflow_state') === 'unpublished')
    book.tell('unpublished-there');
  return {
    ...(attempts >= 1 && { attempts: Math.min(100, attempts) }),
    ...(minutes >= 0.5 && { minutes: Math.min(1440, minutes) }),
    showAnswers: showAnswers(meta),
    ...(survey && { passAt: 0 }),
  };
}

function showAnswers(meta: XmlNode): QuestionRules['showAnswers'] {
  const hidden = textAt(meta, 'hide_results');
  if (hidden === 'always' || textAt(meta, 'show_correct_answers') === 'false') return 'never';
  return hidden === 'until_after_last_attempt' || textAt(meta, 'show_correct_answers_last_attempt') === 'true'
    ? 'attempts-used'
    : 'answered';
}

/** The standard's own fields of a test: `cc_maxattempts`, `qmd_timelimit` in minutes. */
export function testRules(fields: ReadonlyMap<string, string>): Partial<QuestionRules> {
  const attempts = Number.parseInt(fields.get('cc_maxattempts') ?? '', 10);
  const minutes = Number.parseFloat(fields.get('qmd_timelimit') ?? '');
  const pass = Number.parseFloat(fields.get('cc_passscore') ?? '');
  return {
    ...(attempts >= 1 && { attempts: Math.min(100, attempts) }),
    ...(minutes >= 0.5 && { minutes: Math.min(1440, minutes) }),
    ...(pass > 0 && pass <= 100 && { passAt: pass / 100 }),
  };
}
