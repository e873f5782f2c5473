import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '../../../platform/http/environment.ts';
import { problem } from '../../../platform/http/errors.tsx';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { problemSchema, say } from './schemas/basic-schemas.ts';

export type Api = OpenAPIHono<AppEnv>;

/** An empty API whose parameters are checked before any handler runs. */
export function newApi(): Api {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (!result.success) return badParameter(c, result.error as z.ZodError);
    },
  });
}

/** 400 that names the parameter and what is wrong with it. */
function badParameter(c: AppContext, error: z.ZodError): Response {
  const [issue] = error.issues;
  const name = issue?.path.join('.') ?? '';
  const detail = c.var.t('catalog.api.refusal.bad-parameter', { name, why: issue?.message ?? '' });
  return problem(c, 400, 'api.bad-parameter', detail);
}

/** The answers that an endpoint may give, for the document. */
export function answers<T extends z.ZodType>(schema: T, description: MessageKey) {
  return {
    200: { ...say(description), content: { 'application/json': { schema } } },
    304: say('catalog.api.answer.not-modified'),
    400: failure('catalog.api.answer.bad-request'),
    429: failure('catalog.api.answer.too-many'),
  } as const;
}

export const failure = (description: MessageKey) =>
  ({ ...say(description), content: { 'application/problem+json': { schema: problemSchema } } }) as const;
