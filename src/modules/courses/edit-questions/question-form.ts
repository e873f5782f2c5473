import { markdownOfCourseText } from '../../../platform/course-text/markdown-of-course-text.ts';
import { courseTextOfMarkdown } from '../../../platform/course-text/course-text-of-markdown.ts';
import {
  type Question,
  question as questionSchema,
  type QuestionOf,
  type QuestionType,
} from '../content/questions.ts';
import { textsOf } from '../edit-block/block-form.ts';
import { contentFrom } from '../write-forms/content-from-form.ts';
import { isObject } from '../write-forms/fill-form.ts';
import { type FormErrors, formErrors } from '../write-forms/form-errors.ts';
import type { ContentField, Filled } from '../write-forms/form-field.ts';

type Shape = Readonly<Record<string, unknown>>;

/** A question in the shape of its form: hints become rows, right answers stand where they are chosen. */
export function questionShape(question: Question): Shape {
  const hints = question.hints.map((text) => ({ text }));
  return { ...question, ...shapeOfType(question), hints };
}

function shapeOfType(question: Question): Shape {
  switch (question.type) {
    case 'match':
      return matchShape(question);
    case 'gap':
      return {
        gaps: question.gaps.map((gap) => ({
          ...gap,
          accepted: gap.accepted.map(({ text }) => text),
          choices: (gap.choices ?? []).map(({ text, right }) => (right ? `*${text}` : text)),
        })),
      };
    case 'hotspot':
      return {
        places: question.places.map((place) => ({ ...place, isRight: question.right.includes(place.id) })),
      };
    case 'drag':
      return {
        items: question.items.map((item) => ({
          ...item,
          places: item.places.flatMap((id) => question.places.find((place) => place.id === id)?.label ?? []),
        })),
      };
    default:
      return {};
  }
}

/** Each source with the text of what is right for it; targets that are right for none stand apart. */
function matchShape({ sources, targets }: QuestionOf<'match'>): Shape {
  const used = new Set(sources.map(({ target }) => target));
  return {
    sources: sources.map((source) => ({
      ...source,
      answer: targets.find(({ id }) => id === source.target)?.text,
    })),
    others: targets.filter(({ id }) => !used.has(id)).map(({ text }) => markdownOfCourseText(text)),
  };
}

/** What the form of a new question begins with. */
export function emptyQuestion(type: QuestionType): Shape {
  const begun: Partial<Record<QuestionType, Shape>> = {
    multiple: { credit: 'all' },
    text: { match: 'words' },
    match: { shuffle: true },
    number: {},
  };
  return { type, points: 1, ...begun[type] };
}

export type CheckedQuestion =
  { readonly ok: true; readonly question: Question } | { readonly ok: false; readonly errors: FormErrors };

/** The question that a form makes of what was there, by the rules of the content. */
export function questionFromForm(
  fields: readonly ContentField[],
  filled: Filled,
  kept: { readonly id: string; readonly shape: Shape; readonly question?: Question },
  newId: () => string,
): CheckedQuestion {
  const shape = contentFrom(fields, filled, kept.shape);
  const hints = textsOf(shape['hints']);
  const made = {
    ...shape,
    ...contentOfType(shape, kept.question, newId),
    ...(isObject(shape['said']) && Object.keys(shape['said']).length === 0 && { said: undefined }),
    hints,
    id: kept.id,
  };
  const parsed = questionSchema.safeParse(made);
  const asked: FormErrors =
    shape['prompt'] === '' && shape['type'] !== 'gap' ? { prompt: 'courses.form.missing' } : {};
  if (!parsed.success) return { ok: false, errors: { ...asked, ...formErrors(parsed.error) } };
  const errors = { ...asked, ...emptyParts(parsed.data) };
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, question: parsed.data };
}

function contentOfType(shape: Shape, kept: Question | undefined, newId: () => string): Shape {
  switch (shape['type']) {
    case 'number':
      return { answers: rowsOf(shape['answers']).map(numberAnswer) };
    case 'match':
      return matchContent(shape, kept?.type === 'match' ? kept : undefined, newId);
    case 'gap':
      return gapContent(shape, kept?.type === 'gap' ? kept : undefined);
    case 'hotspot':
      return hotspotContent(shape);
    case 'drag':
      return dragContent(shape);
    default:
      return {};
  }
}

const rowsOf = (value: unknown): Shape[] => (Array.isArray(value) ? value.filter(isObject) : []);
const stringsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** A value with its tolerance, or a range where the value is left empty. */
function numberAnswer({ value, from, to, tolerance, percent, ...rest }: Shape): Shape {
  return value === undefined && from !== undefined && to !== undefined
    ? { ...rest, from, to }
    : { ...rest, value: value ?? '', percent, ...(tolerance === undefined ? {} : { tolerance }) };
}

/** Equal texts are one target; a target that was there keeps its id. */
function matchContent(shape: Shape, kept: QuestionOf<'match'> | undefined, newId: () => string): Shape {
  const ids = new Map((kept?.targets ?? []).map(({ id, text }) => [text, id]));
  const targets = new Map<string, string>();
  const targetOf = (text: string): string => {
    const id = targets.get(text) ?? ids.get(text) ?? newId();
    targets.set(text, id);
    return id;
  };
  const sources = rowsOf(shape['sources']).map(({ answer, target: _target, ...source }) =>
    typeof answer === 'string' && answer !== '' ? { ...source, target: targetOf(answer) } : source,
  );
  for (const markdown of stringsOf(shape['others'])) targetOf(courseTextOfMarkdown(markdown));
  return { sources, others: undefined, targets: [...targets].map(([text, id]) => ({ id, text })) };
}

/** Accepted answers and choices keep their credit and feedback as long as their words stay. */
function gapContent(shape: Shape, kept: QuestionOf<'gap'> | undefined): Shape {
  const gaps = rowsOf(shape['gaps']).map((gap) => {
    const before = kept?.gaps.find(({ id }) => id === gap['id']);
    const accepted = stringsOf(gap['accepted']).map(
      (text) => before?.accepted.find((each) => each.text === text) ?? { text },
    );
    const choices = stringsOf(gap['choices']).map((line) => {
      const [text, right] = [line.replace(/^\*\s*/, ''), line.startsWith('*')];
      const same = before?.choices?.find((each) => each.text === text && each.right === right);
      return same ?? { text, right };
    });
    return { ...gap, accepted, choices: choices.length === 0 ? undefined : choices };
  });
  return { gaps };
}

function hotspotContent(shape: Shape): Shape {
  const places = rowsOf(shape['places']);
  return {
    places: places.map(({ isRight: _isRight, ...place }) => place),
    right: places.flatMap(({ id, isRight }) => (isRight === true ? [id] : [])),
  };
}

/** Things name their places by label. A place without figures is a box beside the picture. */
function dragContent(shape: Shape): Shape {
  const places = rowsOf(shape['places']).map(({ shape: form, at, ...place }) =>
    Array.isArray(at) && at.length > 0 ? { ...place, shape: form ?? 'rectangle', at } : place,
  );
  const idOf = (label: string) => places.find((place) => place['label'] === label)?.['id'];
  return {
    places,
    items: rowsOf(shape['items']).map((item) => ({
      ...item,
      places: stringsOf(item['places']).flatMap((label) => idOf(label) ?? []),
    })),
  };
}

/** What the format lets be empty and an author does not mean. */
function emptyParts(question: Question): FormErrors {
  const errors: Record<string, 'courses.form.missing' | 'courses.question.no-gap'> = {};
  if ('choices' in question)
    question.choices.forEach(({ text }, at) => {
      if (text === '') errors[`choices.${at}.text`] = 'courses.form.missing';
    });
  if (question.type === 'number')
    question.answers.forEach((answer, at) => {
      if ('value' in answer && answer.value === '') errors[`answers.${at}.value`] = 'courses.form.missing';
    });
  if (question.type === 'gap')
    question.gaps.forEach(({ id }, at) => {
      if (!question.body.includes(`{{gap:${id}}}`)) errors[`gaps.${at}.accepted`] = 'courses.question.no-gap';
    });
  return errors;
}
