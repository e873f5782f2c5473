import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Api } from './api-app.ts';

/** Texts of the document that are message keys begin so. */
const keyStart = 'catalog.api.';

export const apiTags = [
  'courses',
  'runs',
  'subjects',
  'providers',
  'platforms',
  'changes',
  'exports',
] as const;

export type OpenApiDocument = ReturnType<Api['getOpenAPI31Document']>;

/** The OpenAPI 3.1 document in the translator's language, with addresses of this site. */
export function openApiDocument(api: Api, t: Translator, baseUrl: string): OpenApiDocument {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'catalog.api.title',
      version: '1.0.0',
      description: 'catalog.api.info',
      license: { name: 'AGPL-3.0-or-later', url: 'https://www.gnu.org/licenses/agpl-3.0.html' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{}, { key: [] }],
    tags: apiTags.map((name) => ({ name, description: `catalog.api.tag.${name}` })),
  });
  return translated(document, t) as OpenApiDocument;
}

function translated(value: unknown, t: Translator): unknown {
  if (typeof value === 'string') return value.startsWith(keyStart) ? t(value as MessageKey) : value;
  if (Array.isArray(value)) return value.map((each) => translated(each, t));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, translated(each, t)]));
}
