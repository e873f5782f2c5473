import type { sql } from 'kysely';
import { systemActor } from '../../../platform/actor.ts';
import { tables } from '../../../platform/db/database.ts';
import { importSource } from '../manage-sources/import-source.ts';
import { clearJobs, queuedJobs, storedImports, storedSource } from './stage.queries.ts';
import { operatorStage } from './operator-stage.ts';

/** A small feed as a file: so many courses. */
export const csvFile = (count: number, name = 'courses.csv'): File =>
  new File(
    [
      'title,url,language\n',
      ...Array.from({ length: count }, (_, n) => `Course ${n},https://a.example/course/c${n},en\n`),
    ],
    name,
  );

/** The operator's application with a worker that works when it is told to; one a test file. */
export async function sourceStage() {
  const stage = await operatorStage();
  const { db, tools, clock } = stage;
  const rowsOf = async <T>(text: ReturnType<typeof sql<T>>) => (await text.execute(tables(db))).rows;
  const signal = new AbortController().signal;
  const worker = (name = 'worker') => ({
    tools,
    db,
    actor: systemActor(name, clock.now(), tools.ids),
    signal,
  });
  const jobs = () => queuedJobs(db, 'catalog-import-source');
  return {
    ...stage,
    rowsOf,
    jobs,
    worker,
    /** The filled-in form of a new source. */
    form(fields: Readonly<Record<string, string>>, file?: File): FormData {
      const data = new FormData();
      const usual = {
        id: tools.ids.next(),
        platform: 'Alpha',
        format: 'detect',
        everyHours: '',
        then: 'import',
      };
      for (const [name, value] of Object.entries({ ...usual, ...fields })) data.append(name, value);
      if (file) data.append('feed', file);
      return data;
    },
    /** Does what a worker would do with the imports that are queued. */
    async workOff(): Promise<void> {
      const queued = await jobs();
      await clearJobs(db);
      for (const { payload } of queued) await importSource(worker(), payload);
    },
    sourceOf: (id: string) => storedSource(db, id),
    importsOf: (id: string) => storedImports(db, id),
  };
}
