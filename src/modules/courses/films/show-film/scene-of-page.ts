import type { AppContext } from '../../../../platform/http/environment.ts';
import type { FileRow } from '../../course-files/files.queries.ts';
import { fileAddress, renditionAddress } from '../../course-files/shown-files.ts';
import type { FilmScene } from './film-scene.ts';

export interface FilmPage {
  readonly courseId: string;
  /** Id of the unit's edition (OutlineUnit.edition), or `draft` on authors' pages: where its captions are read from. */
  readonly edition: string;
  /** Files that the blocks name, such as PublishedUnit.files. */
  readonly files: readonly FileRow[];
}

/** What the players of a page need, out of the request and the files of what it shows. */
export function filmScene(c: AppContext, { courseId, edition, files }: FilmPage): FilmScene {
  const byId = new Map(files.map((file) => [file.id, file]));
  return {
    t: c.var.t,
    assets: c.var.tools.assets,
    saveData: c.req.header('save-data') === 'on',
    fileOf: (id) => byId.get(id),
    addressOf: (file, rendition) => {
      const made = file.renditions.find(({ name }) => name === rendition);
      const own = byId.get(file.id);
      if (made) return renditionAddress(courseId, file.id, made);
      return own ? fileAddress(courseId, own) : '';
    },
    trackAddress: (blockId, track, ending) =>
      `/course-captions/${courseId}/${edition}/${blockId}/${track}.${ending}`,
  };
}
