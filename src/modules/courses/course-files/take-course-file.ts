import type { Readable } from 'node:stream';
import type { AppContext } from '../../../platform/http/environment.ts';
import { FileTooLarge } from '../../../platform/files/storage.ts';
import { formTooLarge } from '../refusals.ts';
import { askToMakeFilms } from '../films/transcode-film/ask-to-make.ts';
import { insertFiles } from './files.queries.ts';
import { keepFile, type KeptFile } from './kept-file.ts';

/**
 * Keeps a file that came with a form of the course. Its row is written apart from the request, so that a form that comes
 * back with something to mend has not lost it. @throws Refusal 413
 */
export const takeCourseFile =
  (c: AppContext, courseId: string) =>
  async ({ name, body }: { readonly name: string; readonly body: Readable }): Promise<KeptFile> => {
    const { actor, tools, apart } = c.var;
    const file = await keepFile(tools.storage, { id: actor.ids.next(), name, body }).catch(
      (error: unknown) => {
        throw error instanceof FileTooLarge ? formTooLarge() : error;
      },
    );
    await insertFiles(apart, { courseId, files: [file], now: actor.now });
    if (/^(?:video|audio)\//.test(file.type)) await askToMakeFilms(apart);
    return file;
  };
