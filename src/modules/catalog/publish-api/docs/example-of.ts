import type { Schema } from './schema-fields.ts';

export type Example =
  string | number | boolean | null | readonly Example[] | { readonly [name: string]: Example };

const byFormat: Readonly<Record<string, string>> = {
  date: '2027-01-12',
  'date-time': '2026-12-01T09:00:00.000Z',
  uuid: '01939f2e-7c1a-7b4e-9d53-2f6a8c0e4b17',
  uri: 'https://example.org/',
};

/** A value that a schema allows, out of its own examples; what may be absent is left out where nothing tells of it. */
export function exampleOf(schema: Schema, schemas: Readonly<Record<string, Schema>>): Example {
  if (schema.example !== undefined) return schema.example as Example;
  if (schema.$ref) return exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (schema.items) return [exampleOf(schema.items, schemas)];
  if (schema.properties) return objectOf(schema, schemas);
  if (schema.enum) return schema.enum[0] ?? '';
  if (schema.format && byFormat[schema.format] !== undefined) return byFormat[schema.format] ?? '';
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  return schema.type === 'boolean' ? true : '…';
}

function objectOf(schema: Schema, schemas: Readonly<Record<string, Schema>>): Example {
  const shown = Object.entries(schema.properties ?? {}).filter(
    ([name, each]) => schema.required?.includes(name) || each.example !== undefined,
  );
  return Object.fromEntries(shown.map(([name, each]) => [name, exampleOf(each, schemas)]));
}
