import type { Actor, Role } from '../../../platform/actor.ts';
import type { Config } from '../../../platform/config/config.ts';
import { countingStatements, type StatementTally } from '../../../platform/db/database.ts';
import type { App, Tools } from '../../../platform/http/environment.ts';
import type { FindActor } from '../../../platform/http/app.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { catalogModule } from '../index.ts';

export interface Answered {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  readonly headers: Headers;
  readonly statements: StatementTally;
}

export interface Asking {
  /** Whoever asks; an operator unless said otherwise. */
  readonly as?: Role | 'visitor' | 'nobody';
  readonly form?: Readonly<Record<string, string>> | FormData;
}

/** The whole catalogue as an application on a database of its own, asked as a person of a role; one a test file. */
export async function operatorStage(config: Partial<Config> = {}) {
  const database = await testDatabase();
  const clock = testClock();
  const made = testTools(database, { messages: [catalogModule().messages], clock, config });
  const tools = { ...made } as { -readonly [K in keyof Tools]: Tools[K] };
  let asking: NonNullable<Asking['as']> = 'operator';
  const app: App = testApp(
    tools,
    (routes) => catalogModule().routes?.(routes),
    roleOf(() => asking),
  );
  return {
    db: database.db,
    url: database.url,
    clock,
    tools,
    app,
    /** Asks for a path; with a form it posts. */
    async ask(path: string, { as = 'operator', form }: Asking = {}): Promise<Answered> {
      asking = as;
      const statements: StatementTally = { count: 0, milliseconds: 0, texts: [] };
      const body = form instanceof FormData || form === undefined ? form : new URLSearchParams(form);
      const answer = await countingStatements(statements, () =>
        app.request(`http://localhost:3000${path}`, {
          ...(body ? { method: 'POST', body } : {}),
          headers: { origin: 'http://localhost:3000' },
        }),
      );
      const { status, headers } = answer;
      return { status, headers, statements, location: headers.get('location'), text: await answer.text() };
    },
  };
}

function roleOf(asking: () => NonNullable<Asking['as']>): FindActor {
  const id = '01890000-0000-7000-8000-00000000000a';
  return async (_c, visitor): Promise<Actor> => {
    const as = asking();
    if (as === 'visitor') return visitor;
    return { ...visitor, kind: 'person', id, name: 'Noor', roles: as === 'nobody' ? [] : [as] };
  };
}
