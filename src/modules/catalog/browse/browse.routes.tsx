import type { App } from '../../../platform/http/environment.ts';
import { choiceRoutes } from './choice.routes.tsx';
import { listRoutes } from './lists.routes.tsx';

/** Pages of subjects, providers, platforms and languages: what there is, and the courses of each. */
export function browseRoutes(app: App): void {
  listRoutes(app);
  choiceRoutes(app);
}
