import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import type { Block, ContentOf } from '../../content/blocks.ts';
import type { CourseContent } from '../../content/course-content.ts';
import type { Question } from '../../content/questions.ts';
import type { Note } from '../../import-package/package-reader.ts';
import { PackagePaths } from '../../own-format/file-paths.ts';
import { filesOfBlock } from '../../publish-course/outline-of.ts';
import { bankReports } from '../bank-reports.ts';
import { type CourseToPack, note, type PackedCourse, type PartReport, reportOn } from '../packed-course.ts';
import { element, type ItemScene } from './item-parts.ts';
import { qtiItem } from './qti-item.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

interface Written {
  readonly id: string;
  readonly type: 'imsqti_item_xmlv3p0' | 'imsqti_test_xmlv3p0';
  readonly path: string;
  readonly xml: string;
  /** Resources that it needs. */
  readonly needs: readonly string[];
  /** Ids of competencies that it tests. */
  readonly tests: readonly string[];
}

interface Writing {
  readonly lang: string;
  readonly written: Map<string, Written>;
  scene(notes: Note[]): ItemScene;
  /** Names of the resources of files. */
  readonly fileIds: ReadonlySet<string>;
}

function writeItem(question: Question, id: string, writing: Writing, notes: Note[]): string | undefined {
  const xml = qtiItem(question, id, writing.lang, writing.scene(notes));
  if (xml === undefined) {
    notes.push(note('question-left-out', { type: question.type }));
    return undefined;
  }
  const needs = filesOfBlock(question).filter((file) => writing.fileIds.has(file));
  const path = `items/${id}.xml`;
  writing.written.set(id, {
    id,
    type: 'imsqti_item_xmlv3p0',
    path,
    xml,
    needs: needs.map((file) => `file-${file}`),
    tests: question.competencies,
  });
  return id;
}

const refTo = (id: string): string =>
  element('assessment-item-ref', '', { identifier: id, href: `../items/${id}.xml` });

const sectionOf = (id: string, title: string, inside: readonly string[]): string =>
  element('assessment-section', inside, { identifier: id, title, visible: 'true' });

/** Sections of a test: its own questions, and one for each bank from which it draws. */
function sectionsOf(
  { rules }: ContentOf<'questions'>,
  own: readonly string[],
  banks: ReadonlyMap<string, readonly string[]>,
): string[] {
  const ordering = rules.shuffle ? [element('ordering', '', { shuffle: 'true' })] : [];
  const drawn = rules.draw.flatMap(({ bank, count }, at) => {
    const ids = banks.get(bank) ?? [];
    const selection = element('selection', '', { select: String(Math.min(count, ids.length)) });
    return ids.length === 0
      ? []
      : [sectionOf(`drawn-${at + 1}`, bank, [selection, ...ordering, ...ids.map(refTo)])];
  });
  return [
    ...(own.length === 0 ? [] : [sectionOf('questions', 'questions', [...ordering, ...own.map(refTo)])]),
    ...drawn,
  ];
}

function writeTest(
  block: Block,
  content: ContentOf<'questions'>,
  writing: Writing,
  banks: ReadonlyMap<string, readonly string[]>,
): PartReport {
  const notes: Note[] = [];
  const own = content.questions.flatMap(
    (question) => writeItem(question, `item-${block.id}-${question.id}`, writing, notes) ?? [],
  );
  const sections = sectionsOf(content, own, banks);
  if (sections.length === 0) return reportOn(block, notes.length > 0 ? notes : [note('no-questions')], false);
  const { rules, intro } = content;
  if (intro !== undefined) notes.push(note('intro-left-out'));
  if (rules.passAt !== 0.5) notes.push(note('pass-mark-left-out'));
  const control = element('item-session-control', '', {
    'max-attempts': String(rules.attempts ?? 0),
    'show-solution': String(rules.showAnswers !== 'never'),
  });
  const limits =
    rules.minutes === undefined
      ? []
      : [element('time-limits', '', { 'max-time': String(Math.round(rules.minutes * 60)) })];
  const part = element('test-part', [control, ...sections], {
    identifier: 'part',
    'navigation-mode': 'nonlinear',
    'submission-mode': 'simultaneous',
  });
  const id = `test-${block.id}`;
  const xml = element('assessment-test', [...limits, part], {
    xmlns: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
    identifier: id,
    title: block.title === '' ? id : block.title,
  });
  const needs = [...own, ...rules.draw.flatMap(({ bank }) => banks.get(bank) ?? [])];
  writing.written.set(id, {
    id,
    type: 'imsqti_test_xmlv3p0',
    path: `tests/${id}.xml`,
    xml: head + xml,
    needs: [...new Set(needs)],
    tests: content.competencies ?? [],
  });
  return reportOn(block, notes);
}

/** Competencies stand in the metadata of what tests them, as learning-object metadata classifies them. */
function testedBy({ tests }: Written, { about, rules }: CourseContent): string[] {
  const said = (text: string): string => xmlElement('string', text, { language: about.lang });
  const taxa = rules.competencies
    .filter(({ id }) => tests.includes(id))
    .map(({ id, title }) =>
      xmlElement('taxonPath', [
        xmlElement('source', [said(about.title)]),
        xmlElement('taxon', [xmlElement('id', id), xmlElement('entry', [said(title)])]),
      ]),
    );
  const purpose = xmlElement('purpose', [xmlElement('source', 'LOMv1.0'), xmlElement('value', 'competency')]);
  const lom = xmlElement('lom', [xmlElement('classification', [purpose, ...taxa])], {
    xmlns: 'http://ltsc.ieee.org/xsd/LOM',
  });
  return taxa.length === 0 ? [] : [xmlElement('metadata', [lom])];
}

function manifestOf(
  written: readonly Written[],
  files: ReadonlyMap<string, string>,
  content: CourseContent,
): string {
  const file = (href: string): string => xmlElement('file', [], { href });
  const resources = [
    ...written.map((each) => {
      const { id, type, path, needs } = each;
      const dependencies = needs.map((need) => xmlElement('dependency', [], { identifierref: need }));
      const inside = [...testedBy(each, content), file(path), ...dependencies];
      return xmlElement('resource', inside, { identifier: id, type, href: path });
    }),
    ...[...files].map(([id, path]) =>
      xmlElement('resource', [file(path)], { identifier: `file-${id}`, type: 'webcontent', href: path }),
    ),
  ];
  const metadata = xmlElement('metadata', [
    xmlElement('schema', 'QTI Package'),
    xmlElement('schemaversion', '3.0.0'),
  ]);
  const xml = xmlElement(
    'manifest',
    [metadata, xmlElement('organizations', []), xmlElement('resources', resources)],
    { identifier: 'course', xmlns: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1' },
  );
  return head + xml;
}

/** The questions of a course as a package of QTI 3.0: an item each, a test for each set. Everything else stays behind. */
export function packQti({ content, files }: CourseToPack): PackedCourse {
  const asked = new Set(
    filesOfBlock([
      content.banks,
      content.sections.flatMap(({ units }) =>
        units.flatMap(({ blocks }) => blocks.filter(({ content: { type } }) => type === 'questions')),
      ),
    ]),
  );
  const used = files.filter(({ id }) => asked.has(id));
  const paths = new PackagePaths();
  const named = new Map(used.map((file) => [file.id, paths.take('files', file.name, file.id)]));
  const address = (id: string): string | undefined => {
    const path = named.get(id);
    return path === undefined ? undefined : `../files/${encodeURIComponent(path.slice('files/'.length))}`;
  };
  const writing: Writing = {
    lang: content.about.lang,
    written: new Map(),
    fileIds: new Set(named.keys()),
    scene: (notes) => ({
      links: { file: address, unit: () => undefined },
      picture: (id) => {
        const file = used.find((each) => each.id === id);
        return file?.width && file.height
          ? { address: address(id) ?? '', width: file.width, height: file.height }
          : undefined;
      },
      note: (code, values) => notes.push(note(code, values)),
    }),
  };
  const banks = new Map(
    content.banks.map((bank) => [
      bank.id,
      bank.questions.flatMap(
        (question) => writeItem(question, `item-${bank.id}-${question.id}`, writing, []) ?? [],
      ),
    ]),
  );
  const parts = content.sections.flatMap(({ units }) =>
    units.flatMap(({ blocks }) =>
      blocks.map((block) =>
        block.content.type === 'questions'
          ? writeTest(block, block.content, writing, banks)
          : reportOn(block, [note('questions-only')], false),
      ),
    ),
  );
  const { reports } = bankReports(content.banks, ({ questions: [question] }, tell) =>
    question === undefined
      ? undefined
      : qtiItem(question, 'item', writing.lang, { ...writing.scene([]), note: tell }),
  );
  const written = [...writing.written.values()];
  return {
    files: [
      { path: 'imsmanifest.xml', content: manifestOf(written, named, content) },
      ...written.map(({ path, xml }) => ({ path, content: xml })),
      ...used.map((file) => ({
        path: named.get(file.id) ?? file.id,
        content: () => file.open(),
        bytes: file.bytes,
      })),
    ],
    parts: [...parts, ...reports],
    notes: [note('questions-only')],
  };
}
