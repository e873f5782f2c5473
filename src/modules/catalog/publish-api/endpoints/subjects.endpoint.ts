import { createRoute, z } from '@hono/zod-openapi';
import { type Lang, langs } from '../../../../platform/i18n/languages.ts';
import { subjectDescription } from '../../subjects/subject-descriptions.ts';
import { subjectName } from '../../subjects/subject-names.ts';
import { subjects } from '../../subjects/subject-tree.ts';
import { type Api, answers } from '../api-app.ts';
import { subjectCounts } from '../organisations.queries.ts';
import { reply } from '../reply.ts';
import { langParameter, say, yesOrNo } from '../schemas/basic-schemas.ts';
import { subjectTree } from '../schemas/list-schemas.ts';
import { pageOf, type Speaker, speakerOf } from '../speaker.ts';

const route = createRoute({
  method: 'get',
  path: '/subjects',
  tags: ['subjects'],
  summary: 'catalog.api.subjects.summary',
  description: 'catalog.api.subjects.description',
  request: {
    query: z.object({
      lang: langParameter,
      sample: yesOrNo.default('1').openapi(say('catalog.api.parameter.sample-in')),
    }),
  },
  responses: answers(subjectTree, 'catalog.api.subjects.answer'),
});

/** GET /subjects: the whole tree, with names in every language of the interface. */
export function subjectsEndpoint(api: Api): void {
  api.openapi(route, async (c) => {
    const { lang, sample } = c.req.valid('query');
    const speaker = speakerOf(c, lang);
    const counts = await subjectCounts(c.var.db, sample === '1');
    const json = (id: string) => subjectJson(id, counts.get(id) ?? 0, speaker);
    const items = subjects
      .filter((top) => top.parent === undefined)
      .map((top) => ({
        ...json(top.id),
        description: subjectDescription(top.id, speaker.t.lang),
        children: subjects.filter((one) => one.parent === top.id).map((one) => json(one.id)),
      }));
    return reply(c, subjectTree, { items });
  });
}

function subjectJson(id: string, courses: number, speaker: Speaker) {
  const names = Object.fromEntries(langs.map((lang) => [lang, subjectName(id, lang)])) as Record<
    Lang,
    string
  >;
  return { id, name: names[speaker.t.lang], names, page: pageOf(speaker, '/subjects', id), courses };
}
