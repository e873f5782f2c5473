import { Readable } from 'node:stream';

/** What a browser sends of one field of a form with files. */
export interface FormPart {
  readonly name: string;
  /** Present for files, empty where none was chosen. */
  readonly filename?: string;
  readonly contentType?: string;
  /** The bytes; what is not read is skipped when the next part is asked for. */
  readonly body: AsyncIterable<Buffer>;
}

/** The body is not what its content type says, or larger than a form may be. */
export class BadMultipart extends Error {
  override name = 'BadMultipart';
}

const mostHeaderBytes = 16_384;

/** Bytes of a stream, looked through for a delimiter without keeping more than a chunk. */
class Searched {
  private held = Buffer.alloc(0);
  private readonly source: AsyncIterator<Buffer>;

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  private async more(): Promise<void> {
    const { done, value } = await this.source.next();
    if (done) throw new BadMultipart('the form breaks off');
    this.held = this.held.length === 0 ? Buffer.from(value) : Buffer.concat([this.held, value]);
  }

  /** What stands before the delimiter, which is passed. */
  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.held.indexOf(delimiter);
      if (at >= 0) {
        const last = this.held.subarray(0, at);
        this.held = this.held.subarray(at + delimiter.length);
        if (last.length > 0) yield last;
        return;
      }
      const safe = this.held.length - delimiter.length + 1;
      if (safe > 0) {
        const sure = this.held.subarray(0, safe);
        this.held = this.held.subarray(safe);
        yield sure;
      }
      await this.more();
    }
  }

  async take(count: number): Promise<Buffer> {
    while (this.held.length < count) await this.more();
    const taken = this.held.subarray(0, count);
    this.held = this.held.subarray(count);
    return taken;
  }
}

const lineEnd = Buffer.from('\r\n');
const headersEnd = Buffer.from('\r\n\r\n');

/** The boundary of a multipart/form-data content type; undefined for any other. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const match = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(
    contentType ?? '',
  );
  return match?.[1] ?? match?.[2];
}

/**
 * The parts of a multipart/form-data body (RFC 7578), one after the other, streaming: a file is never held in memory.
 * @throws BadMultipart
 */
export async function* formParts(body: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<FormPart> {
  const bytes = new Searched(body);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  await gathered(bytes.until(delimiter.subarray(2)), 1024);
  for (;;) {
    const next = await bytes.take(2);
    if (next.toString('latin1') === '--') return;
    if (!next.equals(lineEnd)) throw new BadMultipart('a part does not begin as parts do');
    const headers = headersOf(await gathered(bytes.until(headersEnd), mostHeaderBytes));
    const content = bytes.until(delimiter);
    yield { ...headers, body: content };
    for await (const _ of content) continue;
  }
}

async function gathered(source: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > most) throw new BadMultipart('a field is longer than forms allow');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(bytes: Buffer): Omit<FormPart, 'body'> {
  const lines = bytes.toString('utf8').split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const disposition = headers.get('content-disposition') ?? '';
  const name = parameter(disposition, 'name');
  if (name === undefined) throw new BadMultipart('a part has no name');
  const filename = parameter(disposition, 'filename');
  const contentType = headers.get('content-type');
  return {
    name,
    ...(filename === undefined ? {} : { filename: baseName(filename) }),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

/** Browsers write quotes and line ends inside names as %22, %0D and %0A. */
function parameter(disposition: string, name: string): string | undefined {
  const match = new RegExp(`[;\\s]${name}="([^"]*)"`, 'i').exec(disposition);
  return match?.[1]?.replaceAll('%22', '"').replaceAll(/%0[AD]/gi, ' ');
}

/** Never a path: some browsers send one, and others are no browsers. */
const baseName = (filename: string): string =>
  (filename.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 200);

export interface UploadedForm<T> {
  readonly fields: Readonly<Record<string, string>>;
  /** What became of the file; undefined where none was chosen. */
  readonly file: T | undefined;
}

export interface UploadRules<T> {
  /** Name of the file's field; other files are skipped. */
  readonly fileField: string;
  /** Reads the file to its end, or throws. */
  store(file: { filename: string; contentType: string; body: Readable }): Promise<T>;
}

const mostFields = 100;
const mostFieldBytes = 200_000;

/** Reads a form with at most one file, which goes to `store` as it arrives. @throws BadMultipart, what `store` throws */
export async function readUpload<T>(
  request: { readonly body: ReadableStream<Uint8Array> | null; readonly headers: Headers },
  rules: UploadRules<T>,
): Promise<UploadedForm<T>> {
  const boundary = boundaryOf(request.headers.get('content-type') ?? undefined);
  if (boundary === undefined || !request.body) throw new BadMultipart('not a form with files');
  const fields: Record<string, string> = {};
  let file: T | undefined;
  let count = 0;
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  for await (const part of formParts(body as AsyncIterable<Buffer>, boundary)) {
    if ((count += 1) > mostFields) throw new BadMultipart('more fields than forms have');
    if (part.filename === undefined) {
      fields[part.name] ??= (await gathered(part.body, mostFieldBytes)).toString('utf8');
    } else if (part.name === rules.fileField && part.filename !== '') {
      const { filename, contentType = 'application/octet-stream' } = part;
      file ??= await rules.store({
        filename,
        contentType,
        body: Readable.from(part.body, { objectMode: false }),
      });
    }
  }
  return { fields, file };
}
