import { createHash } from 'node:crypto';
import { archiveOf } from './archive-of.ts';

interface Activity {
  readonly id: string;
  readonly kind: string;
  /** Inside the element named like the kind. */
  readonly xml: string;
  readonly section?: string;
  /** Inside module.xml. */
  readonly module?: string;
  readonly title?: string;
  /** Further documents of its folder. */
  readonly more?: Readonly<Record<string, string>>;
}

interface Section {
  readonly id: string;
  readonly xml: string;
}

interface KeptFile {
  readonly context: string;
  readonly component: string;
  readonly area: string;
  readonly item?: string;
  readonly path?: string;
  readonly name: string;
  readonly content: string | Buffer;
  /** Listed, and not in the package. */
  readonly leftOut?: boolean;
}

/** A backup as Moodle's backup writes it: the index, one folder an activity, files under their hash. */
export function moodleBackup(parts: {
  readonly sections?: readonly Section[];
  readonly activities: readonly Activity[];
  readonly files?: readonly KeptFile[];
  readonly questions?: string;
  readonly users?: string;
  readonly course?: string;
}) {
  const sections = parts.sections ?? [{ id: '1', xml: '<number>1</number><name>Soils</name>' }];
  const tree: Record<string, string | Buffer> = {
    'moodle_backup.xml': indexOf(sections, parts.activities),
    'course/course.xml': `<course id="5">${parts.course ?? '<fullname>Gardening</fullname><lang>en</lang>'}</course>`,
    'questions.xml': `<question_categories>${parts.questions ?? ''}</question_categories>`,
    'users.xml': `<users>${parts.users ?? ''}</users>`,
    'files.xml': `<files>${(parts.files ?? []).map(fileRow).join('')}</files>`,
  };
  for (const { id, xml } of sections)
    tree[`sections/section_${id}/section.xml`] = `<section id="${id}">${xml}</section>`;
  for (const activity of parts.activities) {
    const folder = `activities/${activity.kind}_${activity.id}`;
    tree[`${folder}/module.xml`] =
      `<module id="${activity.id}"><visible>1</visible>${activity.module ?? ''}</module>`;
    tree[`${folder}/${activity.kind}.xml`] =
      `<activity id="i${activity.id}" moduleid="${activity.id}" contextid="c${activity.id}"><${activity.kind} id="i${activity.id}">${activity.xml}</${activity.kind}></activity>`;
    for (const [name, text] of Object.entries(activity.more ?? {})) tree[`${folder}/${name}`] = text;
  }
  for (const file of parts.files ?? []) if (file.leftOut !== true) tree[pathOf(file)] = file.content;
  return archiveOf(tree);
}

const indexOf = (
  sections: readonly Section[],
  activities: readonly Activity[],
): string => `<?xml version="1.0" encoding="UTF-8"?>
<moodle_backup><information><original_course_fullname>Gardening</original_course_fullname><contents>
<activities>${activities.map((each) => `<activity><moduleid>${each.id}</moduleid><sectionid>${each.section ?? '1'}</sectionid><modulename>${each.kind}</modulename><title>${each.title ?? each.kind}</title><directory>activities/${each.kind}_${each.id}</directory></activity>`).join('')}</activities>
<sections>${sections.map(({ id }) => `<section><sectionid>${id}</sectionid><title>${id}</title><directory>sections/section_${id}</directory></section>`).join('')}</sections>
</contents></information></moodle_backup>`;

const hashOf = ({ content, name }: KeptFile): string =>
  createHash('sha1').update(name).update(content).digest('hex');
const pathOf = (file: KeptFile): string => `files/${hashOf(file).slice(0, 2)}/${hashOf(file)}`;

const fileRow = (file: KeptFile): string =>
  `<file id="1"><contenthash>${hashOf(file)}</contenthash><contextid>${file.context}</contextid><component>${file.component}</component><filearea>${file.area}</filearea><itemid>${file.item ?? '0'}</itemid><filepath>${file.path ?? '/'}</filepath><filename>${file.name}</filename></file>`;

/** A text as a field of Moodle's documents. */
export const escaped = (html: string): string =>
  html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
