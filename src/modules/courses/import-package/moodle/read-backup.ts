import type { Archive } from '../../../../platform/archives/archive.ts';
import { elementsBelow, elementsOf } from '../../../../platform/xml/xml-tree.ts';
import { type CourseAbout, courseRules } from '../../content/course-content.ts';
import { type ItemReport, type Note, PackageUnreadable, type ReadPackage } from '../package-reader.ts';
import { archiveFolder, folderWith } from '../reading/archive-folder.ts';
import { lineOf } from '../reading/course-lines.ts';
import { sectionsOf, type TreeEntry } from '../reading/course-tree.ts';
import { courseWord } from '../reading/course-words.ts';
import { noteWith } from '../reading/note-book.ts';
import { pageParts } from '../reading/page-parts.ts';
import { PackageFiles } from '../reading/package-files.ts';
import { PartNames } from '../reading/part-names.ts';
import { NoteBook } from '../reading/note-book.ts';
import { withoutLostUnits } from '../reading/whole-units.ts';
import { type BackupContents, readContents } from './backup-contents.ts';
import { BackupLinks, readBackupFiles } from './backup-files.ts';
import type { Backup } from './backup-scene.ts';
import { fillSections } from './fill-sections.ts';
import { readBanks } from './question-banks.ts';
import { field, htmlField } from './moodle-text.ts';
import { completionOf, daysOf } from './completion-criteria.ts';
import { readQuestionStore } from './questions/question-store.ts';

/**
 * Reads a backup of a Moodle course. Every activity, every summary of a section and every category of questions that no
 * quiz asks is one item of the report. What people did in the course stays behind.
 */
export async function readBackup(whole: Archive, name: string): Promise<ReadPackage> {
  const folder = folderWith(whole, 'moodle_backup.xml');
  if (folder === undefined) throw new PackageUnreadable(noteWith('manifest-missing'));
  const archive = archiveFolder(whole, folder);
  const contents = await readContents(archive);
  if (contents.information === undefined) throw new PackageUnreadable(noteWith('manifest-unreadable'));
  const names = new PartNames();
  const files = new PackageFiles(archive, names);
  const links = new BackupLinks(readBackupFiles(contents.files), files);
  const lang = field(contents.course, 'lang').replaceAll('_', '-');
  const bank = readQuestionStore(contents.questions);
  const backup: Backup = { archive, contents, names, files, links, lang: lang || 'en', bank, banks: [] };
  const items: ItemReport[] = [];
  const tree: TreeEntry[] = await fillSections(backup, items);
  tree.push(...(await readBanks(backup, items)));
  const sections = sectionsOf(tree, courseWord(backup.lang, 'introduction'), names);
  const made = {
    about: aboutCourse(backup, name),
    rules: courseRules.parse({ completion: completionOf(backup, sections) }),
    sections,
    banks: backup.banks,
  };
  const units = new Set(sections.flatMap((section) => section.units.map(({ id }) => id)));
  const { content, lost } = withoutLostUnits(made, units);
  const below = folder === '' ? '' : `${folder}/`;
  const days = daysOf(contents.course);
  return {
    format: 'moodle',
    ...(days !== undefined && { days }),
    content,
    files: files.used.map((file) => ({ ...file, path: below + file.path })),
    items,
    notes: [
      ...contents.broken.map((path) => noteWith('xml-broken', [path])),
      ...userData(contents),
      ...unusedFiles(backup),
      ...(lang === '' ? [noteWith('language-unknown')] : []),
      ...(lost > 0 ? [noteWith('unit-links-lost')] : []),
    ],
  };
}

function aboutCourse({ contents, files, links, lang }: Backup, name: string): CourseAbout {
  const { course, information } = contents;
  const scene = { files, book: new NoteBook(), follow: links.followFrom({ component: 'course' }) };
  const parts = pageParts(htmlField(course, 'summary'), scene);
  const description = parts.map((part) => ('text' in part ? part.text : '')).join('');
  const title = field(course, 'fullname') || field(information, 'original_course_fullname') || name;
  return {
    title: lineOf(title, courseWord(lang, 'course')),
    lang,
    summary: lineOf(description.replace(/<[^>]+>/g, ' ').replaceAll('&amp;', '&'), '', 1000),
    description,
    outcomes: [],
    providers: [],
    teachers: [],
    subjects: elementsBelow(course, 'tag')
      .map((tag) => lineOf(field(tag, 'rawname') || field(tag, 'name'), '–'))
      .slice(0, 20),
    licence: '',
    prerequisites: '',
  };
}

/** What people left in the course, by Moodle's names of it and how often. */
function userData({ users, activities }: BackupContents): Note[] {
  const counted: [string, number][] = [['users', elementsOf(users, 'user').length]];
  for (const kind of ['attempt', 'submission', 'discussion', 'post', 'answer_record', 'completed'])
    counted.push([
      kind,
      activities.reduce((sum, { content }) => sum + elementsBelow(content, kind).length, 0),
    ]);
  const some = counted.filter(([, count]) => count > 0).map(([kind, count]) => `${kind} (${count})`);
  return some.length === 0 ? [] : [noteWith('user-data-left-out', some)];
}

/** Files by their names; those of people's own work went with it. */
function unusedFiles({ links, files }: Backup): Note[] {
  const own = /^(submission_|feedback_|user$|group|badges|grade|backup|contentbank|response_|attempt)/;
  const unused = links.files.filter((file) => {
    const path = links.pathOf(file);
    return path !== undefined && !files.uses(path) && !own.test(file.area) && file.component !== 'user';
  });
  return unused.length === 0
    ? []
    : [
        noteWith(
          'files-unused',
          unused.map(({ fileName }) => fileName),
        ),
      ];
}
