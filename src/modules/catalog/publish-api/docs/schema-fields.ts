/** What the document says of a value: the part of JSON Schema that ours uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly (string | number)[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly text: string | undefined;
  readonly required: boolean;
}

export interface FieldType {
  /** "string", "integer 1–100", "a | b"; several are marked with []. */
  readonly text: string;
  /** Name of the schema that tells more. */
  readonly schema?: string | undefined;
  /** What is meant when nothing is said. */
  readonly usual?: string | undefined;
}

const formats: Readonly<Record<string, string>> = {
  date: 'date',
  'date-time': 'date-time',
  uuid: 'uuid',
  uri: 'url',
};

/** A type in a few signs. */
export function typeOf(schema: Schema): FieldType {
  const usual = schema.default === undefined ? undefined : String(schema.default);
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return { text: name, schema: name };
  }
  if (schema.items) {
    const one = typeOf(schema.items);
    const text = one.text.includes(' | ') ? `(${one.text})[]` : `${one.text}[]`;
    return { ...one, text, usual };
  }
  if (schema.enum) return { text: schema.enum.join(' | '), usual };
  const name = (schema.format && formats[schema.format]) ?? schema.type ?? 'any';
  const { minimum, maximum } = schema;
  return { text: maximum === undefined ? name : `${name} ${minimum ?? 0}–${maximum}`, usual };
}

/** The fields of an object, those of objects inside it by their path ("platform.slug"). */
export function fieldsOf(schema: Schema, before = ''): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, each]) => {
    const path = before + name;
    const inner = each.properties ? each : each.items?.properties ? each.items : undefined;
    const own: Field = {
      name: path,
      type: inner ? { text: each.items ? 'object[]' : 'object' } : typeOf(each),
      text: each.description,
      required: schema.required?.includes(name) ?? false,
    };
    return inner ? [own, ...fieldsOf(inner, each.items ? `${path}[].` : `${path}.`)] : [own];
  });
}
