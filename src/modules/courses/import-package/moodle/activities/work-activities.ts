import { elementAt, elementsBelow, readXml, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import type { Block, ContentOf } from '../../../content/blocks.ts';
import { lineOf, textOfWords } from '../../reading/course-lines.ts';
import { blockOf, courseTextOf } from '../../reading/page-blocks.ts';
import { type ActivityAt, sceneAt } from '../backup-scene.ts';
import { field, htmlField, isYes, numberField } from '../moodle-text.ts';

type Assignment = ContentOf<'assignment'>;

/** Work to hand in, with the criteria of its rubric or marking guide. */
export async function assignActivity(at: ActivityAt): Promise<Block[]> {
  const { content, book } = at;
  if (['duedate', 'allowsubmissionsfromdate', 'cutoffdate'].some((name) => numberField(content, name) > 0))
    book.tell('dates-left-out');
  if (isYes(content, 'teamsubmission')) book.lost('group-work');
  const task = `${htmlField(content, 'intro')}${htmlField(content, 'activity')}${attachedFiles(at)}`;
  const work: Assignment = {
    type: 'assignment',
    task: courseTextOf(task, sceneAt(at)) || textOfWords(at.title),
    takes: takesOf(content),
    endings: endingsOf(content),
    assessedBy: 'teacher',
    criteria: await criteriaOf(at),
    points: Math.min(1000, Math.max(0, numberField(content, 'grade'))),
  };
  return [blockOf(at.backup.names, at.name, work, at.title)];
}

/** Files that stand below the text of the task. */
const attachedFiles = ({ backup, activity }: ActivityAt): string =>
  backup.links
    .filesAt({ context: activity.context, area: 'introattachment' })
    .map(
      ({ name, fileName }) =>
        `<p><a href="@@PLUGINFILE@@${encodeURI(name)}">${textOfWords(fileName)}</a></p>`,
    )
    .join('');

const config = (content: XmlNode, plugin: string, name: string): string =>
  field(
    elementsBelow(content, 'plugin_config').find(
      (each) =>
        field(each, 'plugin') === plugin &&
        field(each, 'subtype') === 'assignsubmission' &&
        field(each, 'name') === name,
    ),
    'value',
  );

function takesOf(content: XmlNode): Assignment['takes'] {
  const files = config(content, 'file', 'enabled') === '1';
  const text = config(content, 'onlinetext', 'enabled') === '1';
  return files === text ? 'both' : files ? 'files' : 'text';
}

const endingsOf = (content: XmlNode): string[] =>
  config(content, 'file', 'filetypeslist')
    .split(/[\s,;]+/)
    .map((each) => each.replace(/^\./, '').toLowerCase())
    .filter((each) => /^[a-z0-9]{1,12}$/.test(each))
    .slice(0, 30);

async function criteriaOf(at: ActivityAt): Promise<Assignment['criteria']> {
  const path = `${at.activity.directory}/grading.xml`;
  if (!at.backup.archive.has(path)) return [];
  const { root } = readXml(await at.backup.archive.read(path));
  const rubric = elementsBelow(root, 'criterion').map((criterion) =>
    criterionOf(criterion, elementsBelow(criterion, 'level'), at),
  );
  const guide = elementsBelow(root, 'guidecriterion').map((criterion) => criterionOf(criterion, [], at));
  return [...rubric, ...guide].slice(0, 50);
}

function criterionOf(
  node: XmlNode,
  levels: readonly XmlNode[],
  { backup, name }: ActivityAt,
): Assignment['criteria'][number] {
  const id = node.attributes['id'] ?? '';
  const title = plain(htmlField(node, 'shortname') || htmlField(node, 'description'));
  const about = field(node, 'shortname') === '' ? '' : plain(htmlField(node, 'description'));
  const most = numberField(node, 'maxscore');
  const steps = levels.map((level) => ({
    id: backup.names.next(`${name}-${id}-${level.attributes['id'] ?? ''}`),
    title: lineOf(plain(htmlField(level, 'definition')), field(level, 'score')),
    points: numberField(level, 'score'),
  }));
  const whole =
    most > 0 ? [{ id: backup.names.next(`${name}-${id}-whole`), title: String(most), points: most }] : [];
  return {
    id: backup.names.next(`${name}-${id}`),
    title: lineOf(title, id),
    ...(about !== '' && { text: textOfWords(about) }),
    levels: [...steps, ...whole].toSorted((a, b) => a.points - b.points).slice(0, 20),
  };
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .trim();

/** Work that learners assess among themselves. */
export async function workshopActivity(at: ActivityAt): Promise<Block[]> {
  const { content, book } = at;
  if (['submissionend', 'assessmentend'].some((name) => numberField(content, name) > 0))
    book.tell('dates-left-out');
  if (elementAt(content, 'assessment_forms') !== undefined || field(content, 'strategy') !== '')
    book.lost('rubric-missing');
  const task = `${htmlField(content, 'intro')}${htmlField(content, 'instructauthors')}${htmlField(content, 'instructreviewers')}`;
  const work: Assignment = {
    type: 'assignment',
    task: courseTextOf(task, sceneAt(at)) || textOfWords(at.title),
    takes: 'both',
    endings: [],
    assessedBy: 'peers',
    peers: { owes: 3, gets: 3 },
    criteria: [],
    points: Math.min(1000, Math.max(0, numberField(content, 'grade'))),
  };
  return [blockOf(at.backup.names, at.name, work, at.title)];
}
