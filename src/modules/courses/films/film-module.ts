import type { App } from '../../../platform/http/environment.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import type { TakesPart } from '../course-files/course-files.route.ts';
import { captionEditorRoutes } from './caption-film/editor.route.tsx';
import { captionFileRoutes } from './caption-film/captions.route.tsx';
import { listFilmsRoutes } from './list-films/list-films.route.ts';
import { lookAtFilmRoutes } from './look-at-film/look-at-film.route.tsx';
import { captionRoutes } from './show-film/captions.route.ts';
import { splitFilmJob } from './split-film/split-film.job.ts';
import { splitFilmRoutes } from './split-film/split-film.route.ts';
import { makeFilmsJob } from './transcode-film/make-films.job.ts';
import { sweepUploadsJob } from './upload-film/sweep-uploads.job.ts';
import { uploadFilmRoutes } from './upload-film/upload-film.route.ts';

/** Routes of films: what learners read, and authors' pages. */
export function filmRoutes(app: App, takesPart: TakesPart): void {
  captionRoutes(app, takesPart);
  app.use('/teach/courses/:id/films', signedInOnly, keptNowhere);
  app.use('/teach/courses/:id/films/*', signedInOnly, keptNowhere);
  uploadFilmRoutes(app);
  listFilmsRoutes(app);
  lookAtFilmRoutes(app);
  splitFilmRoutes(app);
  captionFileRoutes(app);
  captionEditorRoutes(app);
}

export const filmJobs: readonly JobTask[] = [makeFilmsJob, sweepUploadsJob, splitFilmJob];
