import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { storableText } from '../db/storable-text.ts';
import { Refusal } from '../refusal.ts';
import type { AppContext } from './environment.ts';

/** What was typed, to show again, and the message key of what is wrong beside each field. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

export const emptyForm: FormState = { values: {}, errors: {} };

export type FormResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly form: FormState };

const maximumForm = 2_000_000;

/**
 * Reads a posted form through its schema. Error messages of the schema are message keys; the first of each field
 * is kept. Files are not read here.
 */
export async function readForm<T extends z.ZodType>(
  c: AppContext,
  schema: T,
): Promise<FormResult<z.output<T>>> {
  const body = await readBody(c);
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message;
  return { ok: false, form: { values: textsOf(body), errors } };
}

/** The texts of a posted form as they came, for a page that shows them again without reading them. */
export const readTexts = async (c: AppContext): Promise<Record<string, string>> => textsOf(await readBody(c));

type FormBody = Awaited<ReturnType<typeof parse>>;
const parse = (c: AppContext) => c.req.parseBody({ all: true });

/** What was posted, as far as forms go; a body without a length is counted while it is read. */
async function readBody(c: AppContext): Promise<FormBody> {
  const read: FormBody[] = [];
  const onError = () => {
    throw new Refusal(413, 'http.too-large', 'app.refusal.too-large');
  };
  await bodyLimit({ maxSize: maximumForm, onError })(c, async () => {
    read.push(await parse(c).catch(notAForm));
  });
  return Object.fromEntries(Object.entries(read[0] ?? {}).map(([name, value]) => [name, storable(value)]));
}

/** NUL, which no browser lets anybody type, is left out: no database keeps it. */
function storable(value: FormBody[string]): FormBody[string] {
  if (Array.isArray(value))
    return value.map((each) => (typeof each === 'string' ? storableText(each) : each));
  return typeof value === 'string' ? storableText(value) : value;
}

/** The parser's own failures are those of who sent it; a body that grew too large is a refusal already. */
function notAForm(error: unknown): never {
  if (error instanceof TypeError) throw new HTTPException(400, { cause: error });
  throw error;
}

/**
 * Runs a use case for a form: a refusal that names a field comes back as the form with its sentence, so that the page
 * shows again what was typed; whatever else is thrown goes on.
 */
export async function answerForm<T>(c: AppContext, run: () => Promise<T>): Promise<FormResult<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    const values = textsOf(await c.req.parseBody({ all: true }));
    return { ok: false, form: { values, errors: { [error.field]: error.messageKey } } };
  }
}

/** Passwords are never sent back into a page. */
function textsOf(body: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(body).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && !/password|code|secret/i.test(pair[0]),
  );
  return Object.fromEntries(texts);
}
