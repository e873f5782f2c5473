import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { instantOf } from '../../../platform/time/wall-time.ts';
import { insertEvent, moveEvent } from '../hold-events/hold-events.queries.ts';
import { deleteSampleEvents, hasEvents } from './event-sample.queries.ts';

const ahead = 24 * 86_400_000;
const zone = 'Europe/Paris';

/** On a site without any event: one that says that it is an example. Returns how many came. */
export async function installEventSample(db: Db, actor: Actor): Promise<number> {
  if (await hasEvents(db)) return 0;
  const day = dayOf(new Date(actor.now.getTime() + ahead));
  const startsAt = instantOf(day, '18:30', zone);
  const endsAt = instantOf(day, '20:00', zone);
  if (!startsAt || !endsAt) throw new Error(`${zone} has no evening`);
  const id = actor.ids.next();
  await insertEvent(db, actor, { ...words, id, startsAt, endsAt, zone, isSample: true });
  await moveEvent(db, { id, from: 'draft', to: 'published', now: actor.now });
  return 1;
}

export const removeEventSample = (db: Db): Promise<number> => deleteSampleEvents(db);

const words = {
  lang: 'fr',
  title: 'Soirée ouverte : reprendre des études sans s’épuiser',
  summary: 'Un exemple d’événement : une heure et demie d’échanges, en salle et à distance.',
  body: `Cet événement est un **exemple** livré avec le logiciel : il n’aura pas lieu.

Une vraie page dirait ici ce que l’on vient y chercher :

- comment choisir un premier cours quand on travaille à plein temps ;
- combien d’heures par semaine prévoir, et que faire quand elles manquent ;
- ce qu’un certificat prouve, et ce qu’il ne prouve pas.`,
  host: 'Exemple de bibliothèque',
  speakers: [{ name: 'Exemple d’intervenante', about: 'conseillère en formation (exemple)' }],
  place: 'Bibliothèque Exemple, salle 2',
  link: 'https://video.example.org/salle-exemple',
  seats: 40,
} as const;
