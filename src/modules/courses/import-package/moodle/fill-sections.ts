import type { Block } from '../../content/blocks.ts';
import type { ItemReport } from '../package-reader.ts';
import { lineOf } from '../reading/course-lines.ts';
import type { TreeEntry } from '../reading/course-tree.ts';
import { courseWord } from '../reading/course-words.ts';
import { NoteBook } from '../reading/note-book.ts';
import { pageBlocks } from '../reading/page-blocks.ts';
import type { BackupActivity, BackupSection } from './backup-contents.ts';
import type { Backup } from './backup-scene.ts';
import { convertActivity } from './convert-activity.ts';
import { field, htmlField } from './moodle-text.ts';

/** Sections as folders, with their activities in order; labels stand above the activity that follows them. */
export async function fillSections(backup: Backup, items: ItemReport[]): Promise<TreeEntry[]> {
  const { sections, activities } = backup.contents;
  const units = new Map<BackupActivity, string>();
  for (const activity of activities)
    units.set(activity, backup.names.next(`unit-${activity.kind}-${activity.module}`));
  for (const [activity, unit] of units)
    if (activity.kind !== 'label') backup.links.unitOf.set(activity.module, unit);
  const filling = { backup, items, units, done: new Set<BackupActivity>() };
  const top = sections.filter(({ within }) => within === '');
  const tree: TreeEntry[] = [];
  for (const section of top) tree.push(await folderOf(section, filling));
  const rest = activities.filter((activity) => !filling.done.has(activity));
  if (rest.length > 0)
    tree.push({
      kind: 'folder',
      title: courseWord(backup.lang, 'outside'),
      entries: await entriesOf(rest, filling),
    });
  return tree.filter((entry) => entry.kind !== 'folder' || entry.entries.length > 0);
}

interface Filling {
  readonly backup: Backup;
  readonly items: ItemReport[];
  readonly units: ReadonlyMap<BackupActivity, string>;
  readonly done: Set<BackupActivity>;
}

async function folderOf(section: BackupSection, filling: Filling): Promise<TreeEntry> {
  const { lang, contents } = filling.backup;
  const numbered =
    section.number === 0
      ? courseWord(lang, 'introduction')
      : `${courseWord(lang, 'section')} ${section.number}`;
  const title = lineOf(section.name, numbered, 300);
  const own = contents.activities.filter(
    (activity) => activity.section === section.id && !filling.done.has(activity),
  );
  const place = ({ module }: BackupActivity): number =>
    section.sequence.indexOf(module) + 1 || own.length + 1;
  const ordered = own.toSorted((a, b) => place(a) - place(b));
  const summary = await summaryOf(section, title, filling);
  return { kind: 'folder', title, entries: [...summary, ...(await entriesOf(ordered, filling))] };
}

async function summaryOf(
  section: BackupSection,
  title: string,
  { backup, items }: Filling,
): Promise<TreeEntry[]> {
  const html = htmlField(section.node, 'summary');
  const book = new NoteBook();
  if (!section.visible) book.tell('unpublished-there');
  if (html.replace(/<(?!img|video|audio|iframe)[^>]*>|&nbsp;|\s/g, '') === '') return [];
  const name = `unit-section-${section.id}`;
  const follow = backup.links.followFrom({ component: 'course', area: 'section', item: section.id });
  const blocks = await pageBlocks(html, name, {
    archive: backup.archive,
    names: backup.names,
    files: backup.files,
    book,
    follow,
  });
  items.push(
    book.report({
      id: `section_${section.id}`,
      type: 'section',
      title,
      ...(blocks[0] && { part: blocks[0].id }),
    }),
  );
  return [{ kind: 'unit', unit: { id: backup.names.next(name), title, blocks } }];
}

async function entriesOf(activities: readonly BackupActivity[], filling: Filling): Promise<TreeEntry[]> {
  const entries: TreeEntry[] = [];
  let labels: { unit: string; title: string; blocks: Block[] } | undefined;
  for (const activity of activities) {
    filling.done.add(activity);
    const inner = subsectionOf(activity, filling);
    if (inner !== undefined) {
      entries.push(await folderOf(inner, filling));
      continue;
    }
    const { title, blocks } = await convertedOf(activity, filling);
    const unit = filling.units.get(activity) ?? activity.module;
    if (activity.kind === 'label')
      labels = { unit, title, ...labels, blocks: [...(labels?.blocks ?? []), ...blocks] };
    else if (blocks.length > 0) {
      entries.push({
        kind: 'unit',
        unit: { id: unit, title, blocks: [...(labels?.blocks ?? []), ...blocks].slice(0, 500) },
      });
      labels = undefined;
    }
  }
  if (labels !== undefined && labels.blocks.length > 0)
    entries.push({
      kind: 'unit',
      unit: { id: labels.unit, title: labels.title, blocks: labels.blocks.slice(0, 500) },
    });
  return entries;
}

/** Since Moodle 4.5 an activity may hold a section of its own. */
const subsectionOf = (activity: BackupActivity, { backup }: Filling): BackupSection | undefined =>
  activity.kind === 'subsection'
    ? backup.contents.sections.find(
        ({ within }) => within !== '' && within === (activity.content?.attributes['id'] ?? ''),
      )
    : undefined;

async function convertedOf(
  activity: BackupActivity,
  { backup, items, units }: Filling,
): Promise<{ title: string; blocks: readonly Block[] }> {
  const name = `${activity.kind}-${activity.module || (units.get(activity) ?? '')}`;
  const { title = activity.title, blocks, outcome, notes } = await convertActivity(backup, activity, name);
  const [first] = blocks;
  const named = lineOf(title || field(activity.content, 'name'), activity.kind, 300);
  items.push({
    id: `${activity.kind}_${activity.module}`,
    type: activity.kind,
    title: named,
    outcome,
    notes,
    ...(first !== undefined && { part: first.id }),
  });
  return { title: named, blocks };
}
