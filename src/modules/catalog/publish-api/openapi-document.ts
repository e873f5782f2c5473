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
  const pairs = Object.entries(withoutAllOf(value))
    // our tests refuse fields that nobody described; readers must not, since fields may be added
    .filter(([name, each]) => name !== 'additionalProperties' || each !== false)
    .map(([name, each]) => [name, translated(each, t)] as const);
  return Object.fromEntries(pairs);
}

/** `allOf: [reference, words]` as OpenAPI 3.1 may say it: the words beside the reference. */
function withoutAllOf(value: object): object {
  const parts = 'allOf' in value && Array.isArray(value.allOf) ? (value.allOf as object[]) : [];
  const isPlain =
    parts.length > 0 && Object.keys(value).length === 1 && parts.every((part) => !('properties' in part));
  return isPlain ? Object.assign({}, ...parts) : value;
}
