import webPush from 'web-push';
import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { keepSetting, readSetting } from '../../../platform/settings/settings.queries.ts';

/** Under this name the keys stand among the settings; the private one is read here only. */
const setting = 'notify.vapid';
const shape = z.object({ publicKey: z.string(), privateKey: z.string() });
export type VapidKeys = z.infer<typeof shape>;

/**
 * The keys by which push services know this site (RFC 8292): made by whoever needs them first, and never again, since
 * browsers that agreed are tied to them.
 */
export async function vapidKeys(db: Db, actor: Actor): Promise<VapidKeys> {
  const known =
    (await readSetting(db, setting)) ?? (await keepSetting(db, actor, setting, webPush.generateVAPIDKeys()));
  return shape.parse(known);
}
