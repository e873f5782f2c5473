import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor, Role } from '../../../platform/actor.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import { createPerson } from '../people/create-person.ts';
import { readableSecret } from '../secrets.ts';
import {
  cameBefore,
  deleteSamplePeople,
  markThatTheyCame,
  samplePeople,
  untouchedSamples,
} from './sample-people.queries.ts';

interface Cast {
  readonly name: string;
  readonly address: string;
  readonly roles: Role[];
}

/** One of each kind, to look around with. */
const cast: readonly Cast[] = [
  { name: 'Olive Operator', address: 'operator@example.org', roles: ['operator'] },
  { name: 'Milo Moderator', address: 'moderator@example.org', roles: ['moderator'] },
  { name: 'Edda Editor', address: 'editor@example.org', roles: ['editor'] },
  { name: 'Aude Author', address: 'author@example.org', roles: ['author'] },
  { name: 'Lina Learner', address: 'learner@example.org', roles: [] },
];

type Scene = Pick<Tools, 'database' | 'config'>;

/** Passwords are this installation's own; the file keeps them for whoever may read the data folder. */
const signInsFile = ({ config }: Scene): string => join(config.dataDir, 'sample-sign-ins.txt');

/** On a platform without any account: the sample's people. Returns whether they came. */
export async function installSamplePeopleOnce(tools: Scene, actor: Actor): Promise<boolean> {
  if (await cameBefore(tools.database.db)) return false;
  await installSamplePeople(tools, actor);
  return true;
}

/** Brings those of the sample's people who are not there, each with a new password. */
export async function installSamplePeople(tools: Scene, actor: Actor): Promise<void> {
  const lines = await transact(tools.database.db, async (db) => {
    const made: string[] = [];
    for (const person of cast) {
      const password = readableSecret(4);
      const id = await createPerson(db, actor, { ...person, lang: 'en', password, isSample: true });
      if (id !== undefined) made.push(`${person.address} ${password}`);
    }
    await markThatTheyCame(db, actor.now);
    return made;
  });
  const file = signInsFile(tools);
  const known = await readFile(file, 'utf8').catch(() => '');
  await writeFile(file, known + lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  // The mode above counts for a new file only.
  await chmod(file, 0o600);
}

/** Sign-ins that still work, one line each: "operator@example.org  k7mq-..."; none once they were removed. */
export async function sampleSignIns(tools: Scene): Promise<string[]> {
  const text = await readFile(signInsFile(tools), 'utf8').catch(() => '');
  const passwords = new Map(text.split('\n').map((line) => line.split(' ') as [string, string]));
  const addresses = await untouchedSamples(tools.database.db);
  const width = Math.max(0, ...addresses.map((address) => address.length));
  return addresses.flatMap((address) => {
    const password = passwords.get(address);
    return password === undefined ? [] : `${address.padEnd(width)}  ${password}`;
  });
}

/** Removes the sample's people with all that is theirs. Returns how many went. */
export async function removeSamplePeople(
  tools: Scene,
  erase: (db: Tools['database']['db'], personId: string) => Promise<void>,
): Promise<number> {
  const removed = await transact(tools.database.db, async (db) => {
    const people = await samplePeople(db);
    for (const { id } of people) await erase(db, id);
    await deleteSamplePeople(db);
    return people.length;
  });
  await rm(signInsFile(tools), { force: true });
  return removed;
}
