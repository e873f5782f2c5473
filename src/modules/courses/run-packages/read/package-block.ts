import { createHash } from 'node:crypto';
import type { ContentOf } from '../../content/blocks.ts';
import type { CourseContent, Section, Unit } from '../../content/course-content.ts';
import {
  type ItemReport,
  type Note,
  type ReadPackage,
  wholePackage,
} from '../../import-package/package-reader.ts';

/** Id of the packed file in a course that is made of one package. */
export const packedFileId = 'package';

/** A lasting id from what a package calls it: the same at each import. */
export const partIdFrom = (kind: string, name: string): string =>
  `${kind}-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;

/** One piece that is started by itself: a SCO, an assignable unit, a whole H5P. */
export interface Piece {
  /** The package's own name of it. */
  readonly id: string;
  readonly title: string;
  readonly content: Omit<ContentOf<'package'>, 'type' | 'package'>;
  readonly type: string;
  readonly notes: readonly Note[];
}

/** What a learner meets: pieces one after the other, each a unit of its own. */
export interface PieceSection {
  readonly id: string;
  readonly title: string;
  readonly pieces: readonly Piece[];
}

export interface PackagedCourse {
  readonly format: ReadPackage['format'];
  readonly title: string;
  readonly lang: string;
  readonly summary?: string;
  readonly sections: readonly PieceSection[];
  readonly refused: readonly ItemReport[];
  readonly notes: readonly Note[];
  /** As the file is called that was brought. */
  readonly name: string;
}

const shorten = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

/** A course with one unit for each piece of a package. */
export function courseOfPieces(read: PackagedCourse): ReadPackage {
  const sections = read.sections.filter(({ pieces }) => pieces.length > 0);
  const graded = sections.some(({ pieces }) => pieces.some(({ content }) => content.points > 0));
  const content: CourseContent = {
    about: {
      title: shorten(read.title, 300),
      lang: read.lang,
      summary: shorten(read.summary ?? '', 1000),
      description: '',
      outcomes: [],
      providers: [],
      teachers: [],
      subjects: [],
      licence: '',
      prerequisites: '',
    },
    rules: {
      kind: 'mooc',
      marks: 'points',
      competencies: [],
      completion: { seen: 1, passed: graded ? 1 : 0, points: 0, work: false, mustPass: [], strands: 0 },
      charter: '',
      identity: 'none',
    },
    sections: sections.map(sectionOf),
    banks: [],
  };
  const pieces = sections.flatMap((section) => section.pieces);
  return {
    format: read.format,
    content,
    files: [{ id: packedFileId, name: packedName(read), path: wholePackage }],
    items: [...pieces.map(itemOf), ...read.refused],
    notes: read.notes,
  };
}

const packedName = ({ name, format }: PackagedCourse): string =>
  `${name.replace(/\.(zip|h5p)$/i, '')}.${format === 'h5p' ? 'h5p' : 'zip'}`;

const sectionOf = ({ id, title, pieces }: PieceSection): Section => ({
  id: partIdFrom('section', id),
  title: shorten(title, 300) || '1',
  opensAfter: 0,
  after: [],
  units: pieces.map(unitOf),
});

const unitOf = ({ id, title, content }: Piece): Unit => ({
  id: partIdFrom('unit', id),
  title: shorten(title, 300) || '1',
  blocks: [
    {
      id: partIdFrom('piece', id),
      title: '',
      optional: false,
      content: { ...content, type: 'package', package: packedFileId },
    },
  ],
});

const itemOf = ({ id, title, type, notes }: Piece): ItemReport => ({
  id,
  type,
  title,
  outcome: notes.length > 0 ? 'degraded' : 'converted',
  notes,
  part: partIdFrom('piece', id),
});

/** A language tag as courses have it; English where a package says none that can be read. */
export function langFrom(told: string | undefined): string {
  const tag = told?.trim().replaceAll('_', '-') ?? '';
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) && !/^(und|x-none|mul|zxx)/i.test(tag)
    ? tag
    : 'en';
}
