import { escaped } from './moodle-backup.ts';

/** Pieces of questions.xml and of quizzes, as Moodle's backup writes them. */
export const text = (field: string, said: string) =>
  `<${field}>${escaped(said)}</${field}><${field}format>1</${field}format>`;
export const answer = (id: string, said: string, fraction: number, feedback = '') =>
  `<answer id="${id}"><answertext>${escaped(said)}</answertext><answerformat>1</answerformat><fraction>${fraction}</fraction>${text('feedback', feedback)}</answer>`;
export const question = (id: string, qtype: string, said: string, plugin: string, more = '') =>
  `<question id="${id}"><parent>0</parent><name>Q${id}</name>${text('questiontext', said)}${text('generalfeedback', '')}<defaultmark>1</defaultmark><qtype>${qtype}</qtype>${more}<plugin_qtype_${qtype}_question>${plugin}</plugin_qtype_${qtype}_question></question>`;
export const answers = (...all: readonly string[]) => `<answers>${all.join('')}</answers>`;
export const category = (id: string, questions: string, parent = '0') =>
  `<question_category id="${id}"><name>Category ${id}</name><parent>${parent}</parent><questions>${questions}</questions></question_category>`;
export const entries = (id: string, ...questions: readonly string[]) =>
  `<question_category id="${id}"><name>Category ${id}</name><parent>0</parent><question_bank_entries>${questions.join('')}</question_bank_entries></question_category>`;
export const entry = (id: string, ...versions: readonly string[]) =>
  `<question_bank_entry id="${id}"><question_version>${versions.map((each, n) => `<question_versions id="${n}"><version>${n + 1}</version><status>ready</status><questions>${each}</questions></question_versions>`).join('')}</question_version></question_bank_entry>`;

export const oldSlots = (ids: readonly string[]) =>
  ids
    .map(
      (id, n) =>
        `<question_instance id="${n}"><slot>${n + 1}</slot><questionid>${id}</questionid><maxmark>2</maxmark></question_instance>`,
    )
    .join('');
export const quiz = (slots: string, more = '') => ({
  id: '1',
  kind: 'quiz',
  xml: `<name>Quiz</name>${text('intro', '<p>Go</p>')}${more}<question_instances>${slots}</question_instances>`,
});
