import type { Archive } from '../../../../platform/archives/archive.ts';
import {
  elementAt,
  elementsOf,
  readXml,
  type XmlNode,
  XmlUnreadable,
} from '../../../../platform/xml/xml-tree.ts';
import { field, isYes } from './moodle-text.ts';

export interface BackupActivity {
  readonly module: string;
  /** "page", "quiz" */
  readonly kind: string;
  readonly title: string;
  readonly section: string;
  readonly directory: string;
  readonly visible: boolean;
  /** It opened under conditions. */
  readonly conditional: boolean;
  readonly context: string;
  /** The element named like the kind; undefined when its document is missing or no XML. */
  readonly content: XmlNode | undefined;
}

export interface BackupSection {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly node: XmlNode | undefined;
  readonly visible: boolean;
  readonly sequence: readonly string[];
  /** Instance of the activity "subsection" that holds it. */
  readonly within: string;
}

export interface BackupContents {
  readonly information: XmlNode | undefined;
  readonly course: XmlNode | undefined;
  readonly sections: readonly BackupSection[];
  readonly activities: readonly BackupActivity[];
  readonly questions: XmlNode | undefined;
  readonly files: XmlNode | undefined;
  readonly users: XmlNode | undefined;
  /** What completes the course. */
  readonly completion: XmlNode | undefined;
  /** Documents that are not well-formed. */
  readonly broken: readonly string[];
}

/** Reads the documents of a backup that say what there is and in which order. */
export async function readContents(archive: Archive): Promise<BackupContents> {
  const broken: string[] = [];
  const read = (path: string): Promise<XmlNode | undefined> => documentAt(archive, path, broken);
  const information = elementAt(await read('moodle_backup.xml'), 'information');
  const contents = elementAt(information, 'contents');
  const sections: BackupSection[] = [];
  for (const each of elementsOf(elementAt(contents, 'sections'), 'section'))
    sections.push(await sectionOf(each, read));
  const activities: BackupActivity[] = [];
  for (const each of elementsOf(elementAt(contents, 'activities'), 'activity'))
    activities.push(await activityOf(each, read));
  return {
    information,
    course: await read('course/course.xml'),
    sections: sections.toSorted((a, b) => a.number - b.number),
    activities,
    questions: await read('questions.xml'),
    files: await read('files.xml'),
    users: await read('users.xml'),
    completion: await read('completion.xml'),
    broken,
  };
}

const mostBytes = 200 * 1024 * 1024;

async function documentAt(archive: Archive, path: string, broken: string[]): Promise<XmlNode | undefined> {
  if (!archive.has(path)) return undefined;
  try {
    const tree = readXml(await archive.read(path, mostBytes));
    if (tree.broken !== undefined) broken.push(path);
    return tree.root;
  } catch (error) {
    if (!(error instanceof XmlUnreadable)) throw error;
    broken.push(path);
    return undefined;
  }
}

type Read = (path: string) => Promise<XmlNode | undefined>;

async function sectionOf(listed: XmlNode, read: Read): Promise<BackupSection> {
  const node = await read(`${field(listed, 'directory')}/section.xml`);
  const number = Number.parseInt(field(node, 'number') || field(listed, 'title'), 10);
  return {
    id: field(listed, 'sectionid'),
    number: Number.isFinite(number) ? number : 0,
    name: field(node, 'name'),
    node,
    visible: node === undefined || field(node, 'visible') !== '0',
    sequence: field(node, 'sequence')
      .split(',')
      .filter((id) => id !== ''),
    within: field(node, 'component') === 'mod_subsection' ? field(node, 'itemid') : '',
  };
}

async function activityOf(listed: XmlNode, read: Read): Promise<BackupActivity> {
  const [kind, directory] = [field(listed, 'modulename'), field(listed, 'directory')];
  const module = await read(`${directory}/module.xml`);
  const document = await read(`${directory}/${kind}.xml`);
  const condition = field(module, 'availability') || field(module, 'availabilityjson');
  return {
    module: field(listed, 'moduleid'),
    kind,
    title: field(listed, 'title'),
    section: field(listed, 'sectionid') || field(module, 'sectionid'),
    directory,
    visible: module === undefined || isYes(module, 'visible') || field(module, 'visible') === '',
    conditional: condition !== '' && !/"c":\s*\[\s*\]/.test(condition),
    context: document?.attributes['contextid'] ?? '',
    content: elementAt(document, kind) ?? undefined,
  };
}
