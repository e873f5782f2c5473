import { buffer } from 'node:stream/consumers';
import { StorageTrouble, type Storage } from './storage.ts';

/** Writes, reads and removes a small file. @throws StorageTrouble */
export async function checkStorage(storage: Storage, mark: string): Promise<void> {
  const text = Buffer.from(`storage check ${mark}`);
  const { key } = await storage.put(text, { contentType: 'text/plain' });
  const opened = await storage.open(key);
  const same = opened !== undefined && text.equals(await buffer(opened.body));
  await storage.remove(key);
  if (!same)
    throw new StorageTrouble(`The storage (${storage.description}) does not give back what was written.`);
}
