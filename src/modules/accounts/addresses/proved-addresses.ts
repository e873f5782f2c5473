import type { Db } from '../../../platform/db/database.ts';
import { addressesOf } from './addresses.queries.ts';

/** The mail addresses that a person has proved to own, the main one first. */
export const provedAddresses = async (db: Db, personId: string): Promise<string[]> =>
  (await addressesOf(db, personId)).map(({ address }) => address);
