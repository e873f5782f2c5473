import type { App } from '../../../platform/http/environment.ts';
import { moneyRoutes } from './money.route.tsx';
import { type LearnerCounts, noteHoursRoutes } from './note-hours.route.tsx';
import { planHoursRoutes } from './plan-hours.route.tsx';
import { productionFilesRoutes } from './production-files.route.ts';

/** Pages on which the making of a course is planned and followed. */
export function productionRoutes(app: App, countLearners: LearnerCounts): void {
  planHoursRoutes(app);
  moneyRoutes(app);
  productionFilesRoutes(app);
  noteHoursRoutes(app, countLearners);
}
