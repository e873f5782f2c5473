import type { OpenApiDocument } from '../openapi-document.ts';
import { type Example, exampleOf } from './example-of.ts';
import { fieldsOf, type Field, type Schema, typeOf } from './schema-fields.ts';

/** What the page shows of the API, read out of its own document. */
export interface Reference {
  readonly groups: readonly Group[];
  readonly schemas: readonly {
    readonly name: string;
    readonly text: string | undefined;
    readonly fields: readonly Field[];
  }[];
}

export interface Group {
  readonly tag: string;
  readonly text: string | undefined;
  readonly endpoints: readonly Endpoint[];
}

export interface Endpoint {
  readonly path: string;
  readonly summary: string;
  readonly text: string | undefined;
  readonly parameters: readonly Field[];
  readonly answers: readonly {
    readonly status: string;
    readonly text: string;
    readonly schema: string | undefined;
  }[];
  /** Path and query that one can ask. */
  readonly request: string;
  /** An answer made of the examples in the document; absent for files. */
  readonly answer: Example | undefined;
}

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly description?: string;
  readonly schema: Schema;
}

interface Operation {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
  >;
}

/** Reads the document into the order of the page: by tag, endpoint by endpoint, then what answers are made of. */
export function referenceOf(document: OpenApiDocument): Reference {
  const schemas = (document.components?.schemas ?? {}) as unknown as Readonly<Record<string, Schema>>;
  const endpoints = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const operation = (item as unknown as { get: Operation }).get;
    return { tag: operation.tags[0] ?? '', endpoint: endpointOf(path, operation, schemas) };
  });
  return {
    groups: (document.tags ?? []).map(({ name, description }) => ({
      tag: name,
      text: description,
      endpoints: endpoints.filter(({ tag }) => tag === name).map(({ endpoint }) => endpoint),
    })),
    schemas: Object.entries(schemas)
      .map(([name, schema]) => ({ name, text: schema.description, fields: fieldsOf(schema) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function endpointOf(path: string, operation: Operation, schemas: Readonly<Record<string, Schema>>): Endpoint {
  const parameters = operation.parameters ?? [];
  const json = operation.responses['200']?.content?.['application/json']?.schema;
  return {
    path,
    summary: operation.summary,
    text: operation.description,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      type: typeOf(parameter.schema),
      text: parameter.description,
      required: false,
    })),
    answers: Object.entries(operation.responses).map(([status, { description, content }]) => ({
      status,
      text: description,
      schema: Object.values(content ?? {})[0]
        ?.schema.$ref?.split('/')
        .at(-1),
    })),
    request: requestOf(path, parameters),
    answer: json && exampleOf(json, schemas),
  };
}

/** The first parameters that have an example; a request with all of them would find nothing. */
const mostInRequest = 2;

function requestOf(path: string, parameters: readonly Parameter[]): string {
  const exampleFor = ({ schema }: Parameter): string | undefined => {
    const value = schema.example ?? schema.items?.example;
    return value === undefined ? undefined : encodeURIComponent(String(value));
  };
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const filled = inPath.reduce(
    (text, each) => text.replace(`{${each.name}}`, exampleFor(each) ?? each.name),
    path,
  );
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.name !== 'limit')
    .flatMap((parameter) => {
      const value = exampleFor(parameter);
      return value === undefined ? [] : [`${parameter.name}=${value}`];
    })
    .slice(0, mostInRequest);
  return filled + (query.length > 0 ? `?${query.join('&')}` : '');
}
