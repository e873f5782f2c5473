import { createRoute, z } from '@hono/zod-openapi';
import type { Lang } from '../../../../platform/i18n/languages.ts';
import { type Api, answers } from '../api-app.ts';
import { cursorOf } from '../cursor.ts';
import { type OrganisationRow, platformsAfter, providersAfter } from '../organisations.queries.ts';
import { nextLink, pageOfRows, reply } from '../reply.ts';
import { cursorParameter, langParameter, limitParameter, say, yesOrNo } from '../schemas/basic-schemas.ts';
import { platformList, type PlatformJson, providerList } from '../schemas/list-schemas.ts';
import { pageOf, type Speaker, speakerOf } from '../speaker.ts';

const slug = z.string().max(200);
const providerPlace = cursorOf('providers', slug);
const platformPlace = cursorOf('platforms', slug);

const query = z.object({
  lang: langParameter,
  sample: yesOrNo.default('1').openapi(say('catalog.api.parameter.sample-in')),
  limit: limitParameter(200, 50),
  cursor: cursorParameter,
});

const providers = createRoute({
  method: 'get',
  path: '/providers',
  tags: ['providers'],
  summary: 'catalog.api.providers.summary',
  description: 'catalog.api.providers.description',
  request: {
    query: query.extend({
      country: z
        .string()
        .regex(/^[A-Za-z]{2}$/, 'two letters')
        .transform((code) => code.toUpperCase())
        .optional()
        .openapi({ ...say('catalog.api.parameter.country'), type: 'string', example: 'FR' }),
    }),
  },
  responses: answers(providerList, 'catalog.api.providers.answer'),
});

const platforms = createRoute({
  method: 'get',
  path: '/platforms',
  tags: ['platforms'],
  summary: 'catalog.api.platforms.summary',
  description: 'catalog.api.platforms.description',
  request: { query },
  responses: answers(platformList, 'catalog.api.platforms.answer'),
});

/** GET /providers and GET /platforms. */
export function organisationEndpoints(api: Api): void {
  api.openapi(providers, async (c) => {
    const { lang, sample, limit, cursor, country } = c.req.valid('query');
    const after = cursor === undefined ? undefined : providerPlace.read(cursor);
    const wish = { country, after, samples: sample === '1', most: limit + 1 };
    const { rows, last } = pageOfRows(await providersAfter(c.var.db, wish), limit);
    const speaker = speakerOf(c, lang);
    const items = rows.map((row) => ({
      ...organisationJson(row, speaker, '/providers'),
      country: row.country ?? undefined,
    }));
    return reply(c, providerList, { items, next: nextLink(c, last && providerPlace.write(last.slug)) });
  });
  api.openapi(platforms, async (c) => {
    const { lang, sample, limit, cursor } = c.req.valid('query');
    const after = cursor === undefined ? undefined : platformPlace.read(cursor);
    const wish = { after, samples: sample === '1', most: limit + 1 };
    const { rows, last } = pageOfRows(await platformsAfter(c.var.db, wish), limit);
    const speaker = speakerOf(c, lang);
    const items = rows.map((row) => organisationJson(row, speaker, '/platforms'));
    return reply(c, platformList, { items, next: nextLink(c, last && platformPlace.write(last.slug)) });
  });
}

const organisationJson = (row: OrganisationRow, speaker: Speaker, folder: string): PlatformJson => ({
  slug: row.slug,
  name: row.name,
  description: inLanguage(row.description, speaker.t.lang),
  url: row.url ?? undefined,
  page: pageOf(speaker, folder, row.slug),
  courses: row.courses,
  sample: row.isSample,
});

const inLanguage = (texts: Readonly<Record<string, string>>, lang: Lang): string | undefined =>
  texts[lang] ?? texts['en'] ?? Object.values(texts)[0];
