import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import type { CourseContent, Section, Unit } from '../../content/course-content.ts';
import type { Note } from '../../import-package/package-reader.ts';
import { PackagePaths } from '../../own-format/file-paths.ts';
import { bankReports } from '../bank-reports.ts';
import { type CourseToPack, note, type PackedCourse, type PartReport, reportOn } from '../packed-course.ts';
import { cartridgeBank } from './cartridge-assessment.ts';
import { type CartridgeResource, type CartridgeScene, resourceOf, titleOf } from './cartridge-resource.ts';

interface Writing {
  readonly scene: CartridgeScene;
  /** By identifier. */
  readonly resources: Map<string, CartridgeResource>;
  readonly parts: PartReport[];
}

const item = (id: string, title: string, inside: readonly string[], ref?: string): string =>
  xmlElement('item', [xmlElement('title', title), ...inside], { identifier: id, identifierref: ref });

/** A unit of one item is that item; else a folder of them. */
function unitItem({ id, title, blocks }: Unit, { scene, resources, parts }: Writing): string {
  const items: { id: string; title: string }[] = [];
  for (const block of blocks) {
    const place = { id: block.id, title: titleOf(block, title) };
    const written = resourceOf(block, place, scene);
    parts.push(reportOn(block, written?.notes ?? [note('no-such-part')], written !== undefined));
    if (written === undefined) continue;
    resources.set(`r-${block.id}`, written.resource);
    items.push(place);
  }
  const [only] = items;
  if (items.length === 1 && only !== undefined) return item(`i-${id}`, title, [], `r-${only.id}`);
  return item(
    `i-${id}`,
    title,
    items.map((each) => item(`i-${each.id}`, each.title, [], `r-${each.id}`)),
  );
}

const sectionItem = (section: Section, writing: Writing): string =>
  item(
    `s-${section.id}`,
    section.title,
    section.units.map((unit) => unitItem(unit, writing)),
  );

const base = 'http://ltsc.ieee.org/xsd/imsccv1p3/LOM';

function metadata({ about }: CourseContent): string {
  const said = (name: string, text: string): string =>
    xmlElement(`lomimscc:${name}`, [xmlElement('lomimscc:string', text, { language: about.lang })]);
  const general = [
    said('title', about.title),
    xmlElement('lomimscc:language', about.lang),
    ...(about.summary === '' ? [] : [said('description', about.summary)]),
    ...about.subjects.map((subject) => said('keyword', subject)),
  ];
  return xmlElement('metadata', [
    xmlElement('schema', 'IMS Common Cartridge'),
    xmlElement('schemaversion', '1.3.0'),
    xmlElement('lomimscc:lom', [xmlElement('lomimscc:general', general)]),
  ]);
}

const resourceElement = (id: string, type: string, path: string): string =>
  xmlElement('resource', [xmlElement('file', [], { href: path })], {
    identifier: id,
    type,
    ...(type === 'webcontent' && { href: path }),
  });

function manifestOf(content: CourseContent, items: readonly string[], resources: readonly string[]): string {
  const root = xmlElement('item', items, { identifier: 'root' });
  const organization = xmlElement('organization', [root], {
    identifier: 'org',
    structure: 'rooted-hierarchy',
  });
  const xml = xmlElement(
    'manifest',
    [metadata(content), xmlElement('organizations', [organization]), xmlElement('resources', resources)],
    {
      identifier: 'course',
      xmlns: 'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1',
      'xmlns:lom': `${base}/resource`,
      'xmlns:lomimscc': `${base}/manifest`,
    },
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}

/** What a cartridge has no word for. */
function courseNotes({ about, rules, sections }: CourseContent): Note[] {
  return [
    note('rules-left-out'),
    ...(wordsOfCourseText(about.description) !== '' || about.outcomes.length > 0
      ? [note('about-left-out')]
      : []),
    ...(rules.competencies.length > 0 ? [note('competencies-left-out')] : []),
    ...(sections.some(({ opensAfter, after }) => opensAfter > 0 || after.length > 0)
      ? [note('days-left-out')]
      : []),
  ];
}

/** A course as a Common Cartridge 1.3. Files stand in `web_resources/`, where most platforms look for them. */
export function packCartridge({ content, files }: CourseToPack): PackedCourse {
  const paths = new PackagePaths();
  const named = new Map(files.map((file) => [file.id, paths.take('web_resources', file.name, file.id)]));
  const nameOf = (id: string): string | undefined => named.get(id)?.replace('web_resources/', '');
  const scene: CartridgeScene = {
    lang: content.about.lang,
    banks: content.banks,
    fileName: nameOf,
    links: {
      file: (id) => {
        const name = nameOf(id);
        return name === undefined ? undefined : `$IMS-CC-FILEBASE$/${encodeURIComponent(name)}`;
      },
      // a place of the outline has no address in a cartridge
      unit: () => undefined,
    },
  };
  const writing: Writing = { scene, resources: new Map(), parts: [] };
  const items = content.sections.map((section) => sectionItem(section, writing));
  const { reports, written } = bankReports(content.banks, (bank, tell) =>
    cartridgeBank([bank], { links: scene.links, note: tell }),
  );
  const bank = written
    ? cartridgeBank(content.banks, { links: scene.links, note: () => undefined })
    : undefined;
  if (bank !== undefined)
    writing.resources.set('r-question-bank', {
      type: 'imsqti_xmlv1p2/imscc_xmlv1p3/question-bank',
      path: 'tests/question-bank.xml',
      content: bank,
    });
  const manifest = manifestOf(content, items, [
    ...[...writing.resources].map(([id, { type, path }]) => resourceElement(id, type, path)),
    ...[...named].map(([id, path]) => resourceElement(`f-${id}`, 'webcontent', path)),
  ]);
  return {
    files: [
      { path: 'imsmanifest.xml', content: manifest },
      ...[...writing.resources.values()].map(({ path, content: text }) => ({ path, content: text })),
      ...files.map((file) => ({
        path: named.get(file.id) ?? file.id,
        content: () => file.open(),
        bytes: file.bytes,
      })),
    ],
    parts: [...writing.parts, ...reports],
    notes: [...courseNotes(content), ...(content.banks.length > 1 ? [note('banks-together')] : [])],
  };
}
