import { Readable } from 'node:stream';
import { FileTooLarge } from '../../../platform/files/storage.ts';
import type { AppContext } from '../../../platform/http/environment.ts';
import { BadMultipart, boundaryOf, type FormPart, formParts } from '../../../platform/http/multipart.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { HandedFile } from '../mark-answer/answer.ts';
import { keepOwnFile } from './own-files.ts';
import { askToRemove } from './remove-files.job.ts';

/** What a learner's browser sent; what was typed survives a file that was too large. */
export interface ReadForm {
  readonly form: URLSearchParams;
  readonly files: ReadonlyMap<string, readonly HandedFile[]>;
  /** A file was left out because it is larger than `mostMegabytes`. */
  readonly tooLarge: boolean;
}

const mostFormBytes = 2_000_000;
const mostParts = 2000;
const mostFiles = 20;
/** A form that is refused names no file of it: what nothing names by then goes. */
const handInMs = 3_600_000;

/**
 * Reads a form of questions or of work, with or without files. Files go to the storage as they arrive; visitors' are
 * skipped. @throws Refusal 413 for what no form of ours is, 400 for a body that breaks off
 */
export async function readLearnerForm(c: AppContext): Promise<ReadForm> {
  const boundary = boundaryOf(c.req.header('content-type'));
  const raw = c.req.raw.body;
  if (!raw) return { form: new URLSearchParams(), files: new Map(), tooLarge: false };
  const body = Readable.fromWeb(raw as Parameters<typeof Readable.fromWeb>[0]) as AsyncIterable<Buffer>;
  if (boundary === undefined) {
    const text = (await gathered(body, { left: mostFormBytes })).toString('utf8');
    return { form: new URLSearchParams(text), files: new Map(), tooLarge: false };
  }
  try {
    return await readParts(c, formParts(body, boundary));
  } catch (error) {
    if (error instanceof BadMultipart)
      throw new Refusal(400, 'assessment.bad-form', 'assessment.refusal.bad-form');
    throw error;
  }
}

async function readParts(c: AppContext, parts: AsyncIterable<FormPart>): Promise<ReadForm> {
  const form = new URLSearchParams();
  const files = new Map<string, HandedFile[]>();
  const room = { left: mostFormBytes };
  let count = 0;
  let kept = 0;
  let tooLarge = false;
  for await (const part of parts) {
    if ((count += 1) > mostParts) throw tooMuch();
    if (part.filename === undefined)
      form.append(part.name, (await gathered(part.body, room)).toString('utf8'));
    else if (part.filename !== '' && c.var.actor.id !== undefined && (kept += 1) <= mostFiles) {
      const file = await keep(c, c.var.actor.id, part);
      if (file) await askToRemove(c.var.apart, [file.key], new Date(c.var.actor.now.getTime() + handInMs));
      if (file) files.set(part.name, [...(files.get(part.name) ?? []), file]);
      else tooLarge = true;
    }
  }
  return { form, files, tooLarge };
}

async function keep(c: AppContext, ownerId: string, part: FormPart): Promise<HandedFile | undefined> {
  const { filename: name = '', contentType: type = '' } = part;
  try {
    return await keepOwnFile(c.var.tools.storage, ownerId, { name, type, body: part.body });
  } catch (error) {
    if (error instanceof FileTooLarge) return undefined;
    throw error;
  }
}

async function gathered(source: AsyncIterable<Buffer>, room: { left: number }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) {
    room.left -= chunk.length;
    if (room.left < 0) throw tooMuch();
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

const tooMuch = () => new Refusal(413, 'http.too-large', 'app.refusal.too-large');
