import type { InstructorClaim } from '../course-document/course-document.ts';
import type { RecordReader } from './record-reader.ts';
import { at, firstOf, objectsOf, type RawObject, textOf } from './raw-value.ts';

const parts = [
  ['prefixName', 'salutation', 'prefix'],
  ['firstName', 'first_name', 'given_name'],
  ['middleName', 'middle_initial'],
  ['lastName', 'last_name', 'family_name'],
  ['suffixName'],
] as const;

/** A person's name from a whole ("name", "fullName", "title") or from its parts, whatever they are called. */
export function personName(person: RawObject): string | undefined {
  const whole = textOf(firstOf(person, 'fullName', 'full_name', 'name'));
  if (whole !== undefined) return whole;
  const words = parts.flatMap((names) => textOf(firstOf(person, ...names)) ?? []);
  return words.length > 0 ? words.join(' ') : undefined;
}

/** The people of a list of objects or names, each once. */
export function readPeople(read: RecordReader, value: unknown): readonly InstructorClaim[] | undefined {
  const people = new Map<string, InstructorClaim>();
  const list = Array.isArray(value)
    ? value.map((one: unknown) => (typeof one === 'string' ? { name: one } : one))
    : value;
  objectsOf(list).forEach((person, index) => {
    const name = read.name(`instructors[${index}].name`, personName(person));
    if (name === undefined || people.has(name)) return;
    const role = read.name(
      `instructors[${index}].role`,
      textOf(at(person, 'position', 'title')) ?? textOf(at(person, 'role')),
    );
    people.set(name, role === undefined ? { name } : { name, role });
  });
  return people.size > 0 ? [...people.values()] : undefined;
}
