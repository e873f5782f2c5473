import type pg from 'pg';
import { compare, type Measured } from '../serving/compare.ts';
import { type Running, startBare, stop } from '../serving/processes.ts';
import { table } from '../serving/quantiles.ts';
import { type AnswerForm, answerFormIn, filledIn } from './answer-form.ts';
import { cookieOf } from './people.ts';
import { recordStatements } from './record-statements.ts';

export interface PageToMeasure {
  readonly name: string;
  readonly path: string;
  /** The block whose questions are answered; without it the page is only read. */
  readonly block?: string;
  readonly as?: 'teacher';
}

export interface Scene {
  readonly platform: Running;
  readonly url: string;
  readonly pool: pg.Pool;
  readonly requests: number;
}

interface Line extends PageFigures {
  readonly name: string;
}

interface PageFigures {
  readonly statements: number;
  readonly byConnections: Readonly<Record<number, { readonly page: Measured; readonly bare: Measured }>>;
}

const connectionCounts = [1, 8, 32];
/** Answers are given by so many people in turn: nobody's attempts become a long story. */
const answering = 1500;

export async function comparePages(
  pages: readonly PageToMeasure[],
  scene: Scene,
): Promise<{ readonly table: string; readonly figures: Readonly<Record<string, PageFigures>> }> {
  const lines: Line[] = [];
  for (const page of pages) lines.push({ name: page.name, ...(await measure(page, scene)) });
  const rows = lines.flatMap(({ name, statements, byConnections }) =>
    connectionCounts.map((connections) => {
      const { page, bare } = byConnections[connections] ?? {};
      return [
        connections === 1 ? `${name} (${statements} statements)` : '',
        connections,
        page?.perSecond ?? 0,
        bare?.perSecond ?? 0,
        `${Math.round(((page?.perSecond ?? 0) / (bare?.perSecond || 1)) * 100)} %`,
        page?.cpu ?? 0,
        bare?.cpu ?? 0,
        page?.p50 ?? 0,
        page?.p95 ?? 0,
      ];
    }),
  );
  const head = ['page', 'connections', 'a second', 'bare', 'share', 'CPU ms', 'bare CPU', 'p50 ms', 'p95 ms'];
  return {
    table: table(head, rows),
    figures: Object.fromEntries(lines.map(({ name, ...rest }) => [name, rest])),
  };
}

async function measure(page: PageToMeasure, scene: Scene): Promise<PageFigures> {
  const who = (n: number) => cookieOf(page.as === 'teacher' ? -1 : n % answering);
  const html = await (
    await fetch(`http://127.0.0.1:${scene.platform.port}${page.path}`, { headers: { cookie: who(0) } })
  ).text();
  const form = page.block === undefined ? undefined : answerFormIn(html, page.block);
  const recorded = await recordStatements(scene.url, asked(page, form, who(answering - 1)));
  const bare = await startBare({ url: scene.url, body: html, statements: recorded });
  try {
    const byConnections: Record<number, { page: Measured; bare: Measured }> = {};
    for (const connections of connectionCounts) {
      const [ours, theirs] = await compare(
        [
          { running: scene.platform, ask: (n) => asked(page, form, who(n), n) },
          { running: bare, ask: () => ({ path: page.path }) },
        ],
        scene.pool,
        { rounds: 3, requests: scene.requests, connections },
      );
      if (ours && theirs) byConnections[connections] = { page: ours, bare: theirs };
    }
    return { statements: recorded.length, byConnections };
  } finally {
    await stop(bare);
  }
}

const asked = (page: PageToMeasure, form: AnswerForm | undefined, cookie: string, n = 0) =>
  form ? { path: form.action, cookie, form: filledIn(form, n) } : { path: page.path, cookie };
