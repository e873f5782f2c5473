import type { Archive } from '../../../../platform/archives/archive.ts';
import type { Bank } from '../../content/course-content.ts';
import type { NoteBook } from '../reading/note-book.ts';
import type { PageScene } from '../reading/page-blocks.ts';
import type { PackageFiles } from '../reading/package-files.ts';
import type { PartNames } from '../reading/part-names.ts';
import type { BackupActivity, BackupContents } from './backup-contents.ts';
import type { BackupLinks, FilePlace } from './backup-files.ts';
import type { MoodleQuestion } from './questions/moodle-question.ts';

/** A backup while it is read. */
export interface Backup {
  readonly archive: Archive;
  readonly contents: BackupContents;
  readonly names: PartNames;
  readonly files: PackageFiles;
  readonly links: BackupLinks;
  readonly lang: string;
  readonly bank: QuestionStore;
  readonly banks: Bank[];
}

/** Questions as quizzes name them. */
export interface QuestionStore {
  /** By id of the question, or `entry:ID` of a question bank entry, or `entry:ID:VERSION`. */
  readonly byName: ReadonlyMap<string, MoodleQuestion>;
  readonly categories: readonly {
    readonly id: string;
    /** Id of the category above it. */
    readonly parent: string;
    readonly name: string;
    readonly questions: readonly MoodleQuestion[];
  }[];
  /** Ids of questions that a quiz asks. */
  readonly asked: Set<string>;
  /** Categories that are drawn from together with those below them. */
  readonly deep: Set<string>;
  /** Ids of the course's banks by category from which a quiz draws. */
  readonly drawn: Map<string, string>;
}

/** One activity while it is converted. */
export interface ActivityAt {
  readonly backup: Backup;
  readonly activity: BackupActivity;
  readonly content: NonNullable<BackupActivity['content']>;
  /** Makes the ids of its blocks. */
  readonly name: string;
  readonly title: string;
  readonly book: NoteBook;
}

/** Scene for texts of an activity that stand in this place of its files. */
export const sceneAt = ({ backup, activity, book }: ActivityAt, place: FilePlace = {}): PageScene => ({
  archive: backup.archive,
  names: backup.names,
  files: backup.files,
  book,
  follow: backup.links.followFrom({ context: activity.context, ...place }),
});
