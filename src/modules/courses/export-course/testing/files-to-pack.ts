import { Readable } from 'node:stream';
import { fileIds } from '../../content/testing/arbitrary-content.ts';
import type { FileToPack } from '../packed-course.ts';

/** Small pictures under the ids that the made-up courses name. */
export const filesToPack: readonly FileToPack[] = fileIds.map((id) => ({
  id,
  name: `Carte été ${id}.png`,
  type: 'image/png',
  bytes: 3,
  width: 200,
  height: 100,
  open: () => Promise.resolve(Readable.from([Buffer.from('png')])),
}));
