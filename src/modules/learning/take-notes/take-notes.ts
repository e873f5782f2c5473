import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Block } from '../../courses/index.ts';
import { demand } from '../../../platform/refusal.ts';
import { isUuid } from '../find-place/is-uuid.ts';
import type { CoursePlace, Enrolment, Note, UnitPlace } from '../find-place/place.ts';
import { unitsOf } from '../ledger/standing.ts';
import { enrolFirst, noteNotFound, noteUnreadable, tooManyNotes } from '../refusals.ts';
import { deleteNote, insertNote, notesOf, updateNote, writeBookmark } from './notes.queries.ts';
import { readTimeCode } from './time-code.ts';

export const mostNotes = 2000;

export interface NoteInput {
  readonly id: string;
  readonly text: string;
  /** "12:34", or nothing. */
  readonly at: string;
  /** Id of the film that this is a place of; one that the unit does not have is not kept. */
  readonly film?: string | undefined;
}

/** Who may keep something in a course: whoever takes it or completed it. */
export const mayKeep = ({ enrolment }: CoursePlace): boolean =>
  enrolment?.state === 'active' || enrolment?.state === 'completed';

/** The enrolment in which something is kept. @throws Refusal 403 */
export function keeperIn(place: CoursePlace): Enrolment {
  if (!place.enrolment || !mayKeep(place)) throw enrolFirst();
  return place.enrolment;
}

/** Seconds, or null where no place is named. @throws Refusal 422 for what is no place in a film */
function secondIn(at: string): number | null {
  if (at.trim() === '') return null;
  const second = readTimeCode(at);
  if (second === undefined) throw noteUnreadable();
  return second;
}

/** What of a unit has times: films and recordings. */
export const filmsOf = ({ blocks }: Pick<UnitPlace, 'blocks'>): readonly Block[] =>
  blocks.filter(({ content }) => content.type === 'video' || content.type === 'audio');

/** Writes a note beside a unit; the form sent twice is one note. @throws Refusal 403, 409, 422 */
export async function addNote(db: Db, actor: Actor, place: UnitPlace, input: NoteInput): Promise<void> {
  const { id: enrolmentId } = keeperIn(place);
  const atSecond = secondIn(input.at);
  const film = atSecond === null ? undefined : filmsOf(place).find(({ id }) => id === input.film);
  const isThere = await insertNote(db, {
    id: input.id,
    enrolmentId,
    unitId: place.unit.id,
    atSecond,
    blockId: film?.id ?? null,
    text: input.text,
    at: actor.now,
    most: mostNotes,
  });
  demand(isThere, () => tooManyNotes(mostNotes));
}

/** @throws Refusal 404 for notes of others and those that never were */
export async function changeNote(db: Db, actor: Actor, place: CoursePlace, input: NoteInput): Promise<void> {
  const { id: enrolmentId } = keeperIn(place);
  const { id, text } = input;
  const note = { id, enrolmentId, text, atSecond: secondIn(input.at), at: actor.now };
  demand(isUuid(id) && (await updateNote(db, note)), noteNotFound);
}

/** Taking a note away twice is taking it away. */
export async function removeNote(db: Db, place: CoursePlace, noteId: string): Promise<void> {
  const { id: enrolmentId } = keeperIn(place);
  if (isUuid(noteId)) await deleteNote(db, enrolmentId, noteId);
}

export async function bookmarkUnit(db: Db, actor: Actor, place: UnitPlace, on: boolean): Promise<void> {
  const { id: enrolmentId } = keeperIn(place);
  await writeBookmark(db, { enrolmentId, unitId: place.unit.id, on, at: actor.now });
}

export interface UnitNotes {
  readonly unitId: string;
  readonly title: string;
  readonly isBookmarked: boolean;
  readonly notes: readonly Note[];
}

/** All that somebody keeps in a course, unit by unit in its order; notes of units that went come last under their id. */
export async function notesByUnit(db: Db, place: CoursePlace): Promise<UnitNotes[]> {
  const { notes, bookmarks } = await notesOf(db, keeperIn(place).id);
  const units = unitsOf(place.course.outline);
  const known = new Set(units.map(({ id }) => id));
  const gone = [...new Set(notes.map(({ unitId }) => unitId))].filter((id) => !known.has(id));
  return [...units, ...gone.map((id) => ({ id, title: '' }))]
    .map(({ id, title }) => ({
      unitId: id,
      title,
      isBookmarked: bookmarks.includes(id),
      notes: notes.filter((note) => note.unitId === id),
    }))
    .filter(({ isBookmarked, notes: own }) => isBookmarked || own.length > 0);
}
