import { randomUUID } from 'node:crypto';
import { transact } from '../../platform/db/transact.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Tools } from '../../platform/http/environment.ts';
import {
  courseContent,
  createCourse,
  publishCourse,
} from '../../modules/courses/testing/for-modules-above.ts';
import type { Places } from '../page-budgets.ts';
import { found, type Hand } from './page-lists.ts';

export type Taken = Pick<Places, 'taught' | 'taughtUnit' | 'taughtRun'>;

/** A course that is taught here, of so many units, which the person takes. */
export async function takeCourse(
  tools: Tools,
  person: Hand,
  units: number,
): Promise<Taken & Pick<Places, 'watchedFilm'>> {
  const actor = systemActor('test', tools.clock.now(), tools.ids);
  const { slug } = await transact(tools.database.db, async (db) => {
    const made = await createCourse(db, actor, { content: courseOf(units) });
    await publishCourse(db, actor, { courseId: made.id });
    return made;
  });
  return { ...(await joinCourse(person, slug)), ...(await watchedFilmIn(person, slug)) };
}

/** The person joins a course that is open to all. */
export async function joinCourse(person: Hand, slug: string): Promise<Taken> {
  const page = await person.html(`/fr/learn/${slug}`);
  const taughtUnit = found(page, new RegExp(`href="/fr/learn/${slug}/([\\w-]+)"`));
  const taughtRun = found(page, /name="run" value="([^"]+)"/);
  await person.post(`/fr/learn/${slug}/-/join`, { run: taughtRun });
  await person.post(`/fr/learn/${slug}/-/conversation`, {
    id: randomUUID(),
    unit: taughtUnit,
    good: 'Les exemples.',
    bad: 'Un peu rapide à la fin.',
  });
  return { taught: slug, taughtUnit, taughtRun };
}

/** A film in one of the first units, whose player tells how it is watched. */
export async function watchedFilmIn(person: Hand, slug: string): Promise<Pick<Places, 'watchedFilm'>> {
  const links = (await person.html(`/fr/learn/${slug}`)).matchAll(
    new RegExp(`href="(/fr/learn/${slug}/[\\w-]+)"`, 'g'),
  );
  for (const [, unit = ''] of [...links].slice(0, 12)) {
    const [, film] = /data-watch="[^"]*\/([\w-]+)\/watched"/.exec(await person.html(unit)) ?? [];
    if (film !== undefined) return { watchedFilm: film };
  }
  throw new Error(`no film in the first units of ${slug}`);
}

const film = {
  id: 'film1',
  title: 'Se tenir debout',
  content: { type: 'video', link: { site: 'other', url: 'https://films.example/debout.mp4' } },
};

const courseOf = (units: number) =>
  courseContent.parse({
    about: { title: 'Prendre la parole', lang: 'fr', summary: 'En réunion, devant vingt personnes.' },
    sections: [
      {
        id: 's1',
        title: 'Se lancer',
        units: Array.from({ length: units }, (_, at) => ({
          id: `u${at + 1}`,
          title: `Pas à pas, étape ${at + 1}`,
          blocks: [
            ...(at === 0 ? [film] : []),
            { id: `b${at + 1}`, content: { type: 'text', text: '<p>Respirer, regarder, parler.</p>' } },
            { id: `d${at + 1}`, content: { type: 'done' } },
          ],
        })),
      },
    ],
  });

/** Somebody in that run and its course, as their teachers reach them. */
export async function openRun(
  operator: Hand,
  { taughtRun }: Taken,
): Promise<Pick<Places, 'taughtEnrolment' | 'talked'>> {
  const people = await operator.html(`/fr/teach/runs/${taughtRun}/people`);
  return {
    taughtEnrolment: found(people, /\/people\/([0-9a-f-]{36})"/),
    talked: found(people, /\/teach\/courses\/([0-9a-f-]{36})"/),
  };
}
