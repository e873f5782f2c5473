import { expect } from 'vitest';
import type { z } from '@hono/zod-openapi';
import { countingStatements, type Database, type StatementTally } from '../../../../platform/db/database.ts';
import type { FindActor } from '../../../../platform/http/app.ts';
import type { App, Tools } from '../../../../platform/http/environment.ts';
import { testApp, testClock, testTools, visitors } from '../../../../platform/testing/web.ts';
import { catalogMessages } from '../../messages/index.ts';
import type { Api } from '../api-app.ts';
import { catalogApi } from '../api.routes.ts';

export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; undefined when there is none. */
  readonly body: unknown;
}

export interface ApiStage {
  readonly app: App;
  readonly tools: Tools;
  readonly clock: ReturnType<typeof testClock>;
  /** Asks the API, checks that the answer is what its document promises, and that it took at most six statements. */
  ask(path: string, headers?: Record<string, string>): Promise<Heard>;
}

/** The API alone, over a test's database. */
export function apiStage(
  database: Database,
  options: { routes?: (app: App) => void; findActor?: FindActor; start?: string } = {},
): ApiStage {
  const clock = testClock(options.start);
  const tools = testTools(database, { messages: [catalogMessages], clock });
  const api = catalogApi();
  const routes = (app: App) => {
    app.route('/api/v1', api);
    options.routes?.(app);
  };
  const app = testApp(tools, routes, options.findActor ?? visitors);
  const promises = api.openAPIRegistry.definitions.flatMap((each) =>
    each.type === 'route' ? [each.route] : [],
  );
  return {
    app,
    tools,
    clock,
    async ask(path, headers = {}) {
      const tally: StatementTally = { count: 0, milliseconds: 0 };
      const answer = await countingStatements(tally, async () => app.request(path, { headers }));
      expect(tally.count, `statements of ${path}`).toBeLessThanOrEqual(6);
      const text = await answer.text();
      const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
      const body: unknown = text !== '' && type.endsWith('json') ? JSON.parse(text) : undefined;
      const route = promises.find(({ path: form }) => matches(form, path));
      if (route) keepsPromise(route.responses, path, answer.status, type, body);
      return { status: answer.status, headers: answer.headers, body };
    },
  };
}

function matches(form: string, path: string): boolean {
  const asked = new URL(path, 'http://localhost').pathname.replace('/api/v1', '');
  return new RegExp(`^${form.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`).test(asked);
}

type Responses = Extract<
  Api['openAPIRegistry']['definitions'][number],
  { type: 'route' }
>['route']['responses'];

function keepsPromise(responses: Responses, path: string, status: number, type: string, body: unknown): void {
  const promised = responses[String(status)];
  expect(promised, `${path} answers ${status}, which its document does not promise`).toBeDefined();
  const content = promised && 'content' in promised ? promised.content : undefined;
  if (!content || body === undefined) return;
  const form = (content as Readonly<Record<string, object | undefined>>)[type];
  const schema = form && 'schema' in form ? (form.schema as z.ZodType) : undefined;
  expect(schema, `${path} answers ${type}`).toBeDefined();
  const parsed = schema?.safeParse(body);
  expect(parsed?.error?.issues ?? [], `${path} keeps its schema`).toEqual([]);
}
