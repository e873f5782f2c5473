import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import type { Block, ContentOf } from '../../content/blocks.ts';
import { note } from '../packed-course.ts';
import { targetText } from '../target-text.ts';
import type { OlxScene, WrittenBlock } from './olx-leaf.ts';

type Assignment = ContentOf<'assignment'>;

function criterion({ id, title, text, levels }: Assignment['criteria'][number]): string {
  return xmlElement('criterion', [
    xmlElement('name', id),
    xmlElement('label', title),
    xmlElement('prompt', text === undefined ? title : wordsOfCourseText(text)),
    ...levels.map((level) =>
      xmlElement(
        'option',
        [
          xmlElement('name', level.id),
          xmlElement('label', level.title),
          xmlElement('explanation', level.text === undefined ? '' : wordsOfCourseText(level.text)),
        ],
        { points: String(Math.round(level.points)) },
      ),
    ),
  ]);
}

/** Each step of the assessment, in the order in which it is taken. */
function stepsOf({ assessedBy, peers }: Assignment): string {
  if (assessedBy === 'self') return xmlElement('assessment', [], { name: 'self-assessment' });
  if (assessedBy === 'teacher')
    return xmlElement('assessment', [], { name: 'staff-assessment', required: 'True' });
  const { owes = 3, gets = 3 } = peers ?? {};
  return xmlElement('assessment', [], {
    name: 'peer-assessment',
    must_grade: String(owes),
    must_be_graded_by: String(gets),
  });
}

const taken = { text: ['required', ''], files: ['', 'required'], both: ['optional', 'optional'] } as const;

/** Work to hand in, with its criteria, as an open response assessment. */
export function openAssessment(content: Assignment, { id, title }: Block, { links }: OlxScene): WrittenBlock {
  const [text, file] = taken[content.takes];
  const notes = [
    ...(content.criteria.length === 0 ? [note('criteria-needed')] : []),
    ...(content.criteria.some(({ levels }) => levels.length === 0) ? [note('levels-needed')] : []),
    ...(content.opens !== undefined || content.due !== undefined ? [note('days-left-out')] : []),
  ];
  const xml = xmlElement(
    'openassessment',
    [
      xmlElement('title', title),
      xmlElement('assessments', [stepsOf(content)]),
      xmlElement('prompts', [
        xmlElement('prompt', [xmlElement('description', targetText(content.task, links))]),
      ]),
      xmlElement('rubric', content.criteria.map(criterion)),
    ],
    {
      url_name: id,
      display_name: title,
      prompts_type: 'html',
      text_response: text,
      file_upload_response: file,
      ...(file !== '' && {
        file_upload_type: content.endings.length > 0 ? 'custom' : 'pdf-and-image',
        white_listed_file_types: content.endings.join(',') || undefined,
      }),
    },
  );
  return { leaves: [{ tag: 'openassessment', id, xml }], notes };
}
