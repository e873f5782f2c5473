import type { App } from '../../../platform/http/environment.ts';
import { RateLimit } from '../../../platform/http/rate-limit.ts';
import { respond } from '../../../platform/http/respond.ts';
import { isLang } from '../../../platform/i18n/languages.ts';
import { type Api, newApi } from './api-app.ts';
import { gate, openToOthers } from './api-gate.ts';
import { apiDocsRoutes } from './docs/api-docs.route.tsx';
import { changesEndpoint } from './endpoints/changes.endpoint.ts';
import { courseEndpoint } from './endpoints/course.endpoint.ts';
import { coursesEndpoint } from './endpoints/courses.endpoint.ts';
import { exportEndpoints } from './endpoints/exports.endpoint.ts';
import { organisationEndpoints } from './endpoints/organisations.endpoint.ts';
import { runsEndpoint } from './endpoints/runs.endpoint.ts';
import { subjectsEndpoint } from './endpoints/subjects.endpoint.ts';
import { runDay } from './schemas/run-schemas.ts';
import { openApiDocument } from './openapi-document.ts';

/** All endpoints of version 1, with the document that describes them. */
export function catalogApi(): Api {
  const api = newApi();
  api.use(openToOthers);
  api.use(gate(new RateLimit()));
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'catalog.api.key',
  });
  // by its own words, before a field uses it with others
  api.openAPIRegistry.register('RunDay', runDay);
  coursesEndpoint(api);
  courseEndpoint(api);
  runsEndpoint(api);
  subjectsEndpoint(api);
  organisationEndpoints(api);
  changesEndpoint(api);
  exportEndpoints(api);
  api.get('/openapi.json', (c) => {
    const lang = c.req.query('lang');
    const t = c.var.tools.translators[isLang(lang) ? lang : 'en'];
    const text = JSON.stringify(openApiDocument(api, t, c.var.site.baseUrl));
    return respond(c, text, 'application/json; charset=utf-8', 200, 'public, max-age=3600');
  });
  return api;
}

/** Mounts the API under /api/v1, and its document for people at /api. */
export function apiRoutes(app: App): void {
  const api = catalogApi();
  app.route('/api/v1', api);
  apiDocsRoutes(app, api);
}
