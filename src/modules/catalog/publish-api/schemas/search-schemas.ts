import { z } from '@hono/zod-openapi';
import type { MessageKey } from '../../../../platform/i18n/messages.ts';
import { facets, type SetFacet, setFacets, traitFacets, traitFields } from '../../search-courses/facets.ts';
import { sorts } from '../../search-courses/sorts.ts';
import { say, yesOrNo } from './basic-schemas.ts';

const description = (facet: string) => say(`catalog.api.search.${facet}` as MessageKey);
/** `name=a&name=b`: several values of one facet widen. */
const several = <T extends z.ZodType>(value: T) => z.union([value, z.array(value).max(40)]).optional();

const examples: Readonly<Record<SetFacet, string>> = {
  language: 'fr',
  subtitles: 'en',
  subject: 'business.accounting',
  platform: 'fun-mooc',
  provider: 'university-of-example',
};

const setParameters = setFacets.map((facet) => {
  const items = { type: 'string' as const, example: examples[facet] };
  return [facet, several(z.string().max(120)).openapi({ ...description(facet), type: 'array', items })];
});
const traitParameters = traitFacets.map((facet) => {
  const options = [...traitFields[facet].options];
  const items = { type: 'string' as const, enum: options };
  return [facet, several(z.enum(options)).openapi({ ...description(facet), type: 'array', items })];
});

/** The parameters of a search, the same as those of the page of results; readSearch reads them. */
export const searchParameters = {
  q: z
    .string()
    .max(1000)
    .optional()
    .openapi({ ...say('catalog.api.search.q'), example: 'gestion de projet' }),
  ...(Object.fromEntries([...setParameters, ...traitParameters]) as Record<
    string,
    z.ZodType<string | string[] | undefined>
  >),
  sort: z.enum(sorts).optional().openapi(say('catalog.api.search.sort')),
  exact: yesOrNo.optional().openapi(say('catalog.api.search.exact')),
};

const facetValue = z.strictObject({
  value: z.string(),
  name: z.string().openapi(say('catalog.api.field.name')),
  count: z.int(),
});

const lists = Object.fromEntries(facets.map((facet) => [facet, z.array(facetValue)])) as Record<
  (typeof facets)[number],
  z.ZodArray<typeof facetValue>
>;

export const facetsSchema = z.strictObject(lists).openapi('Facets', say('catalog.api.search.facets-answer'));
export type FacetsJson = z.infer<typeof facetsSchema>;

export const correctionSchema = z.strictObject({ typed: z.string(), meant: z.string() });
