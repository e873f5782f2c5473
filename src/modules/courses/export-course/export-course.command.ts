import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, CommandFailed, type CommandScene } from '../../../platform/module.ts';
import { whereCourseIs } from '../read-published/where-course-is.queries.ts';
import { courseToPack } from './course-to-pack.ts';
import { countsOfParts, problemsOfParts, sayExportNote } from './export-report.ts';
import { packageName, packCourse, writePacked } from './pack-course.ts';
import { type CourseToPack, type ExportFormat, exportFormats, type PackedCourse } from './packed-course.ts';

/** `export-course SLUG`: a course as a file for other platforms, with a report of what they cannot say. */
export const exportCourseCommand: Command = {
  name: 'export-course',
  usage: 'SLUG [--format passerelle|olx|cc|qti] [--out FILE]',
  summary: 'export a course: our own format, OLX, Common Cartridge 1.3, or its questions as QTI 3.0',
  options: { format: 'value', out: 'value' },
  async run(scene, { words, options }) {
    const [slug, ...rest] = words;
    if (slug === undefined || rest.length > 0)
      throw new CommandFailed('name one course by its SLUG, the last part of its address');
    const format = formatOf(options['format']);
    const course = await courseOf(scene, slug);
    const packed = packCourse(course, format);
    const { out = packageName(slug, format) } = options;
    const file = resolve(String(out));
    await writePacked(packed, format, createWriteStream(file)).catch((error: Error) => {
      throw new CommandFailed(`${file} could not be written: ${error.message}`);
    });
    return tell(scene, { packed, format, file });
  },
};

function formatOf(given: string | true | undefined): ExportFormat {
  if (given === undefined) return 'passerelle';
  const format = exportFormats.find((each) => each === given);
  if (format === undefined)
    throw new CommandFailed(`--format must be one of ${exportFormats.join(', ')} (it is "${String(given)}")`);
  return format;
}

async function courseOf({ db, tools }: CommandScene, slug: string): Promise<CourseToPack> {
  const found = await whereCourseIs(db, slug, undefined);
  const course = found && (await courseToPack(db, tools.storage, found.id));
  if (course === undefined) throw new CommandFailed(`there is no course with the slug "${slug}"`);
  return course;
}

/** Problems that the terminal shows; --json has all. */
const shownProblems = 20;

interface Done {
  readonly packed: PackedCourse;
  readonly format: ExportFormat;
  readonly file: string;
}

function tell(scene: CommandScene, { packed, format, file }: Done): Readonly<Record<string, unknown>> {
  const t = scene.tools.translators.en;
  const counts = countsOfParts(packed.parts);
  const problems = problemsOfParts(packed, t);
  for (const { said, text, parts } of problems.slice(0, shownProblems))
    scene.say(`  ${said} (${parts.length}): ${text}`);
  if (problems.length > shownProblems) scene.say(`  and ${problems.length - shownProblems} more`);
  const notes = packed.notes.map((note) => ({ code: note.code, text: sayExportNote(t, note) }));
  for (const { text } of notes) scene.say(`  ${text}`);
  scene.say(
    `${counts.items} items: ${counts.full} said in full, ${counts.degraded} degraded, ${counts['left-out']} left out`,
  );
  scene.say(`written: ${file}`);
  const list = packed.parts.flatMap(({ id, type, said, notes: reasons }) =>
    reasons.map((note) => ({ item: id, type, said, code: note.code, text: sayExportNote(t, note) })),
  );
  return { format, ...counts, file, problems: list, notes };
}
