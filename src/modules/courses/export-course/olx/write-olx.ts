import { createHash } from 'node:crypto';
import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import type { CompletionRules, CourseContent, Section, Unit } from '../../content/course-content.ts';
import type { Note } from '../../import-package/package-reader.ts';
import { gradingPolicy, kindOfUnits } from './grading-policy.ts';
import { PackagePaths } from '../../own-format/file-paths.ts';
import { type CourseToPack, note, type PackedCourse, type PartReport, reportOn } from '../packed-course.ts';
import { targetText } from '../target-text.ts';
import { leavesOf, type OlxLeaf, type OlxScene } from './olx-leaf.ts';
import { ownWords } from './own-words.ts';

/** Modules that must be allowed in a course before it may use them. */
const advanced = new Set(['poll', 'survey', 'lti_consumer', 'done']);

interface Writing {
  readonly scene: OlxScene;
  /** Files of the course's folder, by path. */
  readonly texts: Map<string, string>;
  readonly parts: PartReport[];
  /** Paths of the files that say each block. */
  readonly pathsOf: Map<string, string[]>;
  readonly tags: Set<string>;
  readonly completion: CompletionRules;
}

function leafFiles(leaf: OlxLeaf): { path: string; content: string }[] {
  return [{ path: `${leaf.tag}/${leaf.id}.xml`, content: leaf.xml }, ...(leaf.beside ?? [])];
}

function writeUnit({ id, title, blocks }: Unit, writing: Writing): void {
  const leaves: OlxLeaf[] = [];
  for (const block of blocks) {
    const written = leavesOf(block, writing.scene);
    writing.parts.push(reportOn(block, written?.notes ?? [note('no-such-part')], written !== undefined));
    const files = (written?.leaves ?? []).flatMap(leafFiles);
    for (const { path, content } of files) writing.texts.set(path, content);
    writing.pathsOf.set(
      block.id,
      files.map(({ path }) => path),
    );
    leaves.push(...(written?.leaves ?? []));
  }
  for (const { tag } of leaves) writing.tags.add(tag);
  const children = leaves.map((leaf) => xmlElement(leaf.tag, [], { url_name: leaf.id }));
  writing.texts.set(`vertical/${id}.xml`, xmlElement('vertical', children, { display_name: title }));
}

/** Units that follow each other under one heading are a subsection; those without one take the section's title. */
function subsections({ title, units }: Section): { title: string; units: Unit[] }[] {
  const groups: { title: string; units: Unit[] }[] = [];
  for (const unit of units) {
    const name = unit.group || title;
    const last = groups.at(-1);
    if (last?.title === name) last.units.push(unit);
    else groups.push({ title: name, units: [unit] });
  }
  return groups;
}

function writeSection(section: Section, writing: Writing): void {
  const names = subsections(section).map(({ title, units }, at) => {
    const name = `${section.id.slice(0, 70)}-part-${at + 1}`;
    for (const unit of units) writeUnit(unit, writing);
    const children = units.map(({ id }) => xmlElement('vertical', [], { url_name: id }));
    const kind = kindOfUnits(units, writing.completion);
    const graded = kind === undefined ? {} : { graded: 'true', format: kind.title };
    writing.texts.set(
      `sequential/${name}.xml`,
      xmlElement('sequential', children, { display_name: title, ...graded }),
    );
    return name;
  });
  const children = names.map((name) => xmlElement('sequential', [], { url_name: name }));
  writing.texts.set(
    `chapter/${section.id}.xml`,
    xmlElement('chapter', children, { display_name: section.title }),
  );
}

const run = 'run';

function writeCourse({ about, sections }: CourseContent, slug: string, writing: Writing): void {
  const { texts, scene, tags } = writing;
  const org = (about.providers[0] ?? 'passerelle').normalize('NFKD').replace(/[^\w-]+/g, '') || 'passerelle';
  texts.set('course.xml', xmlElement('course', [], { url_name: run, org, course: slug.slice(0, 60) }));
  for (const section of sections) writeSection(section, writing);
  const picture = about.picture === undefined ? undefined : scene.links.file(about.picture);
  texts.set(
    `course/${run}.xml`,
    xmlElement(
      'course',
      sections.map(({ id }) => xmlElement('chapter', [], { url_name: id })),
      {
        display_name: about.title,
        language: about.lang,
        display_organization: about.providers[0],
        course_image: picture?.replace('/static/', ''),
        license: about.licence || undefined,
        learning_info: about.outcomes.length > 0 ? JSON.stringify(about.outcomes) : undefined,
        instructor_info: JSON.stringify({
          instructors: about.teachers.map(({ name, about: bio }) => ({ name, bio })),
        }),
        advanced_modules: JSON.stringify([...tags].filter((tag) => advanced.has(tag))),
      },
    ),
  );
  texts.set('about/overview.html', targetText(about.description, scene.links));
  texts.set('about/short_description.html', targetText(escapedLine(about.summary), scene.links));
  texts.set(`policies/${run}/policy.json`, jsonText({ [`course/${run}`]: { display_name: about.title } }));
  texts.set(`policies/${run}/grading_policy.json`, jsonText(gradingPolicy(writing.completion)));
}

const escapedLine = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What a course has no word for in OLX. */
function courseNotes({ about, rules, sections, banks }: CourseContent): Note[] {
  return [
    note('rules-apart'),
    ...(banks.length > 0 ? [note('banks-apart')] : []),
    ...(rules.competencies.length > 0 ? [note('competencies-left-out')] : []),
    ...(sections.some(({ opensAfter, after }) => opensAfter > 0 || after.length > 0)
      ? [note('days-left-out')]
      : []),
    ...(about.subjects.length > 0 ? [note('subjects-left-out')] : []),
  ];
}

/**
 * A course as Open edX takes it (tar.gz of the folder `course/`). What OLX has no word for travels in the folder
 * `passerelle/`, which edX leaves alone and our own reader takes back as long as the part was not changed there.
 */
export function packOlx({ slug, content, files }: CourseToPack): PackedCourse {
  const paths = new PackagePaths();
  const named = new Map(
    files.map((file) => [file.id, paths.take('static', file.name.replaceAll(' ', '_'), file.id)]),
  );
  const scene: OlxScene = {
    banks: content.banks,
    links: {
      file: (id) => (named.has(id) ? `/${named.get(id) ?? ''}` : undefined),
      unit: (id) => `/jump_to_id/${id}`,
    },
    picture: (id) => {
      const file = files.find((each) => each.id === id);
      return file?.width && file.height
        ? { address: `/${named.get(id) ?? ''}`, width: file.width, height: file.height }
        : undefined;
    },
  };
  const writing: Writing = {
    scene,
    texts: new Map(),
    parts: [],
    pathsOf: new Map(),
    tags: new Set(),
    completion: content.rules.completion,
  };
  writeCourse(content, slug, writing);
  const sums = new Map([...writing.texts].map(([path, text]) => [path, sumOf(text)]));
  const own = ownWords({ content, files, pathOf: (id) => named.get(id) ?? '' }, sums, writing.pathsOf);
  return {
    files: [
      ...[...writing.texts, ...own].map(([path, text]) => ({ path: `course/${path}`, content: text })),
      ...files.map((file) => ({
        path: `course/${named.get(file.id) ?? ''}`,
        content: () => file.open(),
        bytes: file.bytes,
      })),
    ],
    parts: writing.parts,
    notes: courseNotes(content),
  };
}

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');
