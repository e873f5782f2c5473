import { type Archive, ArchiveRefused } from '../../../../platform/archives/archive.ts';
import { xmlCharacters, XmlUnreadable } from '../../../../platform/xml/xml-tree.ts';
import type { Block } from '../../content/blocks.ts';
import type { Outcome } from '../package-reader.ts';
import type { Converted } from '../reading/converted.ts';
import { lineOf } from '../reading/course-lines.ts';
import { NoteBook } from '../reading/note-book.ts';
import { keptAs, refusedFor } from '../reading/source-block.ts';
import { feedbackActivity } from './activities/feedback-activity.ts';
import { lessonActivity } from './activities/lesson-activity.ts';
import {
  bookActivity,
  filesActivity,
  labelActivity,
  packageActivity,
  pageActivity,
  urlActivity,
} from './activities/page-activities.ts';
import { quizActivity } from './activities/quiz-activity.ts';
import {
  choiceActivity,
  forumActivity,
  glossaryActivity,
  keptSource,
  ltiActivity,
} from './activities/talk-activities.ts';
import { assignActivity, workshopActivity } from './activities/work-activities.ts';
import type { BackupActivity } from './backup-contents.ts';
import type { ActivityAt, Backup } from './backup-scene.ts';
import { field } from './moodle-text.ts';

type Made = readonly Block[] | { readonly blocks: readonly Block[]; readonly outcome: Outcome };

const byKind: Readonly<Record<string, (at: ActivityAt) => Promise<Made>>> = {
  page: pageActivity,
  label: labelActivity,
  book: bookActivity,
  url: urlActivity,
  resource: filesActivity,
  folder: filesActivity,
  assign: assignActivity,
  workshop: workshopActivity,
  forum: forumActivity,
  choice: choiceActivity,
  feedback: feedbackActivity,
  glossary: glossaryActivity,
  lesson: lessonActivity,
  quiz: quizActivity,
  lti: ltiActivity,
  scorm: packageActivity,
  h5pactivity: packageActivity,
  imscp: packageActivity,
};

/** Makes blocks of an activity; kinds without counterpart are kept as source with what stood above them. */
export async function convertActivity(
  backup: Backup,
  activity: BackupActivity,
  name: string,
): Promise<Converted> {
  const book = new NoteBook();
  const title = lineOf(field(activity.content, 'name') || activity.title, activity.kind, 300);
  if (!activity.visible) book.tell('unpublished-there');
  if (activity.conditional) book.lost('conditions-left-out');
  const { content } = activity;
  // since Moodle 5 banks of questions are activities: their categories are items by themselves
  if (activity.kind === 'qbank') return { title, blocks: [], outcome: book.outcome, notes: book.notes };
  if (content === undefined)
    return { title, ...(await withoutDocument(backup.archive, activity, name, title, backup)) };
  const at: ActivityAt = { backup, activity, content, name, title, book };
  try {
    const convert = byKind[activity.kind];
    if (convert === undefined) {
      book.lost('activity-unknown', activity.kind);
      return { title, blocks: await keptSource(at), outcome: 'kept', notes: book.notes };
    }
    const made = await convert(at);
    const { blocks, outcome } = 'outcome' in made ? made : { blocks: made, outcome: book.outcome };
    if (blocks.length === 0) return { title, ...refusedFor('file-missing', title) };
    return { title, blocks, outcome: onlySource(blocks) ? 'kept' : outcome, notes: book.notes };
  } catch (error) {
    if (error instanceof ArchiveRefused)
      return { title, ...refusedFor('file-unreadable', error.path ?? activity.directory) };
    if (error instanceof XmlUnreadable) return { title, ...refusedFor('xml-broken', activity.directory) };
    throw error;
  }
}

const onlySource = (blocks: readonly Block[]): boolean =>
  blocks.every(({ content }) => content.type === 'source');

/** The activity is listed, and its document is missing or no XML. */
async function withoutDocument(
  archive: Archive,
  { directory, kind }: BackupActivity,
  name: string,
  title: string,
  { names }: Backup,
): Promise<Converted> {
  const path = `${directory}/${kind}.xml`;
  if (!archive.has(path)) return refusedFor('file-missing', path);
  const source = xmlCharacters(await archive.read(path));
  return keptAs(names, { name, format: `moodle:${kind}`, source, title }, 'xml-unreadable');
}
