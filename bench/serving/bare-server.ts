// The yardstick: a Node server that asks the same SQL and answers with a fixed string. Told what to do by its parent.
import { createServer } from 'node:http';
import pg from 'pg';

export interface BareOrder {
  readonly url: string;
  readonly statements: readonly { readonly text: string; readonly values: readonly unknown[] }[];
  readonly body: string;
}

process.on('message', (order: BareOrder) => void serve(order));
process.on('disconnect', () => process.exit(0));

async function serve({ url, statements, body }: BareOrder): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'bench bare' });
  const named = statements.map(({ text, values }, place) => ({
    name: `s${place}`,
    text,
    values: [...values],
  }));
  const server = createServer((_request, response) => {
    void (async () => {
      for (const statement of named) await pool.query(statement);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
}
