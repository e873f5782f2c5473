import { buffer } from 'node:stream/consumers';
import type { Db } from '../../../platform/db/database.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import { drawOpenGraphCard, type OpenGraphCard } from '../../../platform/pictures/open-graph-card.ts';
import { saveCard, storedCard } from './cards.queries.ts';
import { hashOfCard } from './card-of.ts';
import { DrawingBoard } from './drawing-board.ts';

export interface PictureScene {
  readonly tools: Pick<Tools, 'storage' | 'fonts'>;
  /** Reads. */
  readonly db: Db;
  /** Writes, though the request only reads. */
  readonly apart: Db;
  readonly now: Date;
}

const board = new DrawingBoard<Buffer>();

/**
 * The card of a course as PNG: as it was drawn before where it says the same, else drawn now and kept. A picture that the
 * storage lost is drawn again.
 */
export async function courseCard(
  scene: PictureScene,
  courseId: string,
  card: OpenGraphCard,
): Promise<Buffer> {
  const saysHash = hashOfCard(card);
  const stored = await storedCard(scene.db, courseId);
  const file = stored?.saysHash === saysHash ? await scene.tools.storage.open(stored.fileKey) : undefined;
  if (file) return buffer(file.body);
  return board.draw(`${courseId} ${saysHash}`, () => drawAndKeep(scene, courseId, saysHash, card));
}

async function drawAndKeep(scene: PictureScene, courseId: string, saysHash: string, card: OpenGraphCard) {
  const { storage, fonts } = scene.tools;
  const picture = await drawOpenGraphCard(card, await fonts());
  const { key } = await storage.put(picture, { contentType: 'image/png' });
  const replaced = await saveCard(scene.apart, courseId, { saysHash, fileKey: key }, scene.now);
  if (replaced !== undefined) await storage.remove(replaced);
  return picture;
}
