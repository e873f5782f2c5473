import { Readable } from 'node:stream';
import { z } from 'zod';
import type { AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { BadMultipart, boundaryOf, type FormPart, formParts } from '../../../platform/http/multipart.ts';
import { badForm, formTooLarge } from '../refusals.ts';
import type { PostedForm } from './read-filled.ts';

/** A file that came with a form, kept already. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Keeps a file of the course; undefined when it was empty. */
export type TakeFile = (file: { readonly name: string; readonly body: Readable }) => Promise<UploadedFile>;

export interface Posted {
  readonly form: PostedForm;
  /** By the name of their fields, without ":upload". */
  readonly files: ReadonlyMap<string, UploadedFile>;
}

const mostFields = 6000;
const mostFieldBytes = 2_000_000;
const mostFormBytes = 8_000_000;

/** Reads a form with any number of files, each kept as it arrives. @throws Refusal 400, 413 */
export async function postedForm(c: AppContext, takeFile: TakeFile): Promise<Posted> {
  const boundary = boundaryOf(c.req.header('content-type'));
  const { body } = c.req.raw;
  if (boundary === undefined || !body) return { form: await plainForm(c), files: new Map() };
  try {
    return await withFiles(
      formParts(
        Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) as AsyncIterable<Buffer>,
        boundary,
      ),
      takeFile,
    );
  } catch (error) {
    throw error instanceof BadMultipart ? badForm() : error;
  }
}

const oneOrMany = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]);

async function plainForm(c: AppContext): Promise<PostedForm> {
  const read = await readForm(c, z.record(z.string(), oneOrMany));
  if (!read.ok) throw badForm();
  return new Map(
    Object.entries(read.value).map(([name, values]) => [
      name,
      values.filter((value): value is string => typeof value === 'string'),
    ]),
  );
}

async function withFiles(parts: AsyncIterable<FormPart>, takeFile: TakeFile): Promise<Posted> {
  const form = new Map<string, string[]>();
  const files = new Map<string, UploadedFile>();
  let count = 0;
  let size = 0;
  for await (const part of parts) {
    if ((count += 1) > mostFields) throw badForm();
    if (part.filename === undefined) {
      const text = await textOf(part, Math.min(mostFieldBytes, mostFormBytes - size));
      size += text.length;
      form.set(part.name, [...(form.get(part.name) ?? []), text]);
    } else if (part.filename !== '' && part.name.endsWith(':upload')) {
      const body = Readable.from(part.body, { objectMode: false });
      files.set(part.name.slice(0, -':upload'.length), await takeFile({ name: part.filename, body }));
    }
  }
  return { form, files };
}

async function textOf(part: FormPart, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.body) {
    size += chunk.length;
    if (size > most) throw formTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
