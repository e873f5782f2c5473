import type { Question } from '../../courses/index.ts';
import { type Answer, type HandedFile, isBlank } from '../mark-answer/answer.ts';
import { readsAsFormula } from '../mark-answer/mark-formula.ts';
import { readNumbers } from '../mark-answer/read-number.ts';
import { hasEnding } from '../keep-files/file-ending.ts';
import { fieldName } from './field-name.ts';

/** What a browser sent: the fields, and the files that were put into the storage. */
export interface LearnerForm {
  readonly fields: URLSearchParams;
  readonly files?: ReadonlyMap<string, readonly HandedFile[]>;
}

const mostCharacters = 100_000;
const mostParts = 200;

/**
 * What the form holds for a question; undefined where its fields were not on the page (it is locked) and where a file
 * that was handed in before stays.
 */
export function readAnswer(
  question: Question,
  key: string,
  { fields, files }: LearnerForm,
): Answer | undefined {
  const name = fieldName(key);
  const value = (fields.get(name) ?? '').slice(0, mostCharacters);
  switch (question.type) {
    case 'single':
    case 'dropdown':
      return { kind: 'choice', id: value };
    case 'multiple':
      return { kind: 'choices', ids: [...new Set(fields.getAll(name).slice(0, mostParts))].toSorted() };
    case 'number':
    case 'text':
    case 'essay':
    case 'formula':
    case 'code':
      return { kind: 'text', text: value.replace(/\r\n/g, '\n') };
    case 'order':
      return readParts(question.items, key, fields);
    case 'match':
      return readParts(question.sources, key, fields);
    case 'gap':
      return readParts(question.gaps, key, fields);
    case 'drag':
      return readParts(question.items, key, fields);
    case 'hotspot':
      return readPlace(value, name, fields);
    case 'file':
      return readFiles(files?.get(name) ?? []);
  }
}

function readParts(parts: readonly { readonly id: string }[], key: string, fields: URLSearchParams): Answer {
  const pairs = parts.map(({ id }) => [id, (fields.get(fieldName(key, id)) ?? '').slice(0, 2000)] as const);
  return { kind: 'parts', parts: Object.fromEntries(pairs.filter(([, text]) => text !== '')) };
}

const readFiles = (files: readonly HandedFile[]): Answer | undefined =>
  files.length === 0 ? undefined : { kind: 'files', files: [...files] };

/** A click on the picture counts before a place chosen by its name, and that before an earlier click. */
function readPlace(chosen: string, name: string, fields: URLSearchParams): Answer {
  const clicked = percents(
    fields.get(`${name}:point.x`),
    fields.get(`${name}:point.y`),
    fields.get(`${name}:size`),
  );
  if (clicked) return clicked;
  if (chosen !== '') return { kind: 'place', id: chosen };
  const [x, y] = (fields.get(`${name}:point`) ?? '').split(',');
  return percents(x, y, '100x100') ?? { kind: 'place', id: '' };
}

/** A point in pixels of a picture of that size ("640x400") in percent. */
function percents(
  x: string | null | undefined,
  y: string | null | undefined,
  size: string | null,
): Answer | undefined {
  if (x == null || y == null || x === '' || y === '') return undefined;
  const [width = 0, height = 0] = (size ?? '').split('x').map(Number);
  const point = { x: (Number(x) / width) * 100, y: (Number(y) / height) * 100 };
  const isInside = [point.x, point.y].every((each) => each >= 0 && each <= 100);
  return isInside ? { kind: 'point', ...point } : undefined;
}

/** Why an answer cannot be marked as it stands: a slip of the pen costs no attempt. */
export type Problem = 'blank' | 'no-number' | 'no-formula' | 'no-order' | 'wrong-file' | 'too-many-files';

export function problemOf(question: Question, answer: Answer): Problem | undefined {
  // leaving every box empty is an answer
  if (answer.kind === 'choices') return undefined;
  if (isBlank(answer)) return 'blank';
  if (answer.kind === 'text' && question.type === 'number')
    return readNumbers(answer.text, question.unit).length === 0 ? 'no-number' : undefined;
  if (answer.kind === 'text' && question.type === 'formula')
    return readsAsFormula(question, answer.text) ? undefined : 'no-formula';
  if (answer.kind === 'files' && question.type === 'file') {
    if (answer.files.length > question.mostFiles) return 'too-many-files';
    return answer.files.every(({ name }) => hasEnding(name, question.endings)) ? undefined : 'wrong-file';
  }
  if (answer.kind === 'parts' && question.type === 'order') {
    const places = new Set(question.items.map(({ id }) => Number(answer.parts[id] ?? 0)));
    return question.items.every((_, at) => places.has(at + 1)) ? undefined : 'no-order';
  }
  return undefined;
}
