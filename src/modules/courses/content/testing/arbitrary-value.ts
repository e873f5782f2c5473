import fc from 'fast-check';
import { z } from 'zod';
import { courseText, line, partId } from '../identifiers.ts';

const word = fc.constantFrom(
  'projet',
  'Élan',
  'équipe',
  'x < y',
  'a & b',
  '日本',
  'مشروع',
  'l’œuvre',
  '“q”',
  "d'été",
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));

const escaped = words.map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));

/** Clean course text: what the cleaner leaves as it is. */
const html = fc
  .array(
    fc.oneof(
      escaped.map((text) => `<p>${text}</p>`),
      escaped.map((text) => `<h3>${text}</h3>\n<ul><li>${text}</li><li><strong>${text}</strong></li></ul>`),
      escaped.map(
        (text) => `<table><tbody><tr><th scope="row">${text}</th><td>${text}</td></tr></tbody></table>`,
      ),
      escaped.map((text) => `<aside class="tip"><p>${text}</p></aside>`),
      escaped.map((text) => `<pre><code>${text}\n  ${text}</code></pre>`),
      fc.constant('<p>\\(a^2 + b^2\\) <a href="https://example.org/?a=1&amp;b=2">é</a></p>'),
      fc.constant('<p><img src="file:f1" alt="Un plan" /> <a href="unit:u0">retour</a></p>'),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join('\n'));

const identifier = fc.stringMatching(/^[A-Za-z0-9][\w-]{0,11}$/);

const languages = fc.constantFrom('fr', 'en', 'pt-BR', 'zh-Hans', 'ar');

/** Strings that are more than a string: by the schema itself, or by the name of the field. */
function knownString(schema: z.core.$ZodType, field: string): fc.Arbitrary<string> | undefined {
  if (schema === partId)
    return ['file', 'poster', 'picture', 'package'].includes(field) ? fileId : identifier;
  if (schema === courseText) return html;
  if (schema === line) return words;
  if (field === 'lang') return languages;
  if (field === 'value') return fc.constantFrom('3', '0.25', '3/4', '-12', '2*pi');
  return undefined;
}

/** Courses of tests have these files. */
export const fileIds = ['f1', 'f2', 'f3'] as const;
const fileId = fc.constantFrom(...fileIds);

function string(schema: z.core.$ZodType, field: string): fc.Arbitrary<string> {
  const known = knownString(schema, field);
  if (known) return known;
  if (schema instanceof z.ZodURL)
    return fc.constantFrom('https://example.org/a?b=1&c=2#d', 'http://example.com/');
  const { minLength, maxLength } = schema as z.ZodString;
  const most = Math.min(maxLength ?? 40, 40);
  return fc
    .oneof(words, fc.string({ unit: 'grapheme', maxLength: most }))
    .map((text) => text.replaceAll('\0', '').slice(0, most).toWellFormed().trim())
    .filter((text) => text.length >= (minLength ?? 0));
}

function number(schema: z.ZodNumber): fc.Arbitrary<number> {
  const [min, max] = [schema.minValue ?? -1000, schema.maxValue ?? 1000].map((bound) =>
    Number.isFinite(bound) ? Math.max(-1000, Math.min(1000, bound)) : 0,
  ) as [number, number];
  // hundredths, so that a figure is the same after a turn through any text
  const scale = schema.format === 'safeint' ? 1 : 100;
  return fc
    .integer({ min: Math.ceil(min * scale), max: Math.floor(max * scale) })
    .map((whole) => whole / scale);
}

function object(schema: z.ZodObject): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(schema.shape);
  const optional = fields.filter(([, part]) => part instanceof z.ZodOptional).map(([key]) => key);
  const values = Object.fromEntries(
    fields.map(([key, part]) => [
      key,
      arbitraryValue(part instanceof z.ZodOptional ? part.unwrap() : part, key),
    ]),
  );
  return fc.record(values, { requiredKeys: Object.keys(values).filter((key) => !optional.includes(key)) });
}

/** What the checks of an array say of its length. */
function lengths(schema: z.ZodArray): { minimum?: number; maximum?: number } {
  const said = (schema.def.checks ?? []).map(
    ({ _zod }) => _zod.def as { minimum?: number; maximum?: number },
  );
  return Object.assign({}, ...said) as { minimum?: number; maximum?: number };
}

function array(schema: z.ZodArray, field: string): fc.Arbitrary<unknown[]> {
  const { minimum = 0, maximum = 3 } = lengths(schema);
  return fc.array(arbitraryValue(schema.element, field), {
    minLength: minimum,
    maxLength: Math.max(minimum, Math.min(3, maximum)),
  });
}

/** Values of a part of the course format, made from its own schema: a new field is generated from the day it stands there. */
export function arbitraryValue(schema: z.core.$ZodType, field = ''): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return fc.oneof(fc.constant(z.parse(schema, undefined)), arbitraryValue(schema.def.innerType, field));
  if (schema instanceof z.ZodOptional)
    return fc.option(arbitraryValue(schema.unwrap(), field), { nil: undefined });
  if (schema instanceof z.ZodObject) return object(schema);
  if (schema instanceof z.ZodArray) return array(schema, field);
  if (schema instanceof z.ZodUnion)
    return fc.oneof(...schema.options.map((option) => arbitraryValue(option, field)));
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return number(schema);
  if (schema instanceof z.ZodRecord) return fc.dictionary(identifier, words, { maxKeys: 2 });
  return string(schema, field);
}
