import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { MemoryLocker, Server } from '@tus/server';
import type { Config } from '../../../../platform/config/config.ts';
import { mostFileBytes } from '../../course-files/kept-file.ts';
import { typeBytes } from './film-type.ts';

/** Where pieces of films wait until the whole is here. */
export const uploadFolder = ({ dataDir }: Pick<Config, 'dataDir'>): string =>
  join(dataDir, 'films', 'uploads');

const idForm = /^[0-9a-f]{32}$/;
export const isUploadId = (text: string): boolean => idForm.test(text);

/** What of an upload is here. */
export interface Arrived {
  readonly offset: number;
  readonly size: number;
}

/**
 * Speaks the protocol of resumable uploads (tus 1.0) over a folder. It knows nothing of courses and people: who may send
 * what is asked before each request reaches it.
 */
export class UploadStore {
  readonly #folder: string;
  readonly #store: FileStore;
  /** One request at a time writes to an upload; a second one takes over from a first that hangs. */
  readonly #locker = new MemoryLocker();

  constructor(folder: string) {
    this.#folder = folder;
    this.#store = new FileStore({ directory: folder });
  }

  /** Begins an upload under this id. */
  create(request: Request, id: string, place: string): Promise<Response> {
    return this.#server(id, place).handleWeb(request);
  }

  /** HEAD, PATCH and DELETE of an upload. */
  go(request: Request, id: string): Promise<Response> {
    return this.#server(id, '').handleWeb(request);
  }

  #server(id: string, place: string): Server {
    return new Server({
      path: '/',
      datastore: this.#store,
      locker: this.#locker,
      maxSize: mostFileBytes,
      namingFunction: () => id,
      generateUrl: () => place,
      getFileIdFromRequest: () => id,
    });
  }

  /** How much is here; undefined where nothing is. */
  async arrived(id: string): Promise<Arrived | undefined> {
    const upload = await this.#store.getUpload(id).catch(() => undefined);
    return upload?.size === undefined ? undefined : { offset: upload.offset, size: upload.size };
  }

  async firstBytes(id: string): Promise<Uint8Array> {
    const file = await open(join(this.#folder, id));
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(typeBytes), 0, typeBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  read(id: string): Readable {
    return createReadStream(join(this.#folder, id));
  }

  /** Takes away what is here of an upload; harmless when nothing is. */
  async remove(id: string): Promise<void> {
    if (!isUploadId(id)) return;
    await rm(join(this.#folder, id), { force: true });
    await rm(join(this.#folder, `${id}.json`), { force: true });
  }

  /** Takes away everything that nobody touched since. Returns how many files went. */
  async sweep(before: Date): Promise<number> {
    await mkdir(this.#folder, { recursive: true });
    let removed = 0;
    for (const name of await readdir(this.#folder)) {
      const isInUse =
        (await this.#touched(name)) >= before || (await this.#touched(piecesOf(name))) >= before;
      if (isInUse) continue;
      await rm(join(this.#folder, name), { force: true });
      removed += 1;
    }
    return removed;
  }

  async #touched(name: string): Promise<Date> {
    const found = await stat(join(this.#folder, name)).catch(() => undefined);
    return found?.mtime ?? new Date(0);
  }
}

/** What an upload is stands beside its pieces, written once at its beginning. */
const piecesOf = (name: string): string => name.replace(/\.json$/, '');

const stores = new Map<string, UploadStore>();

/** The store of this process's data folder. */
export function uploadStore(config: Pick<Config, 'dataDir'>): UploadStore {
  const folder = uploadFolder(config);
  const store = stores.get(folder) ?? new UploadStore(folder);
  stores.set(folder, store);
  return store;
}
