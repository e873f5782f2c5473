import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { woffToFont } from '../pictures/woff.ts';
import type { TypesetAnswer, TypesetRequest } from './typeset.ts';

// A thread of its own: setting a page takes the processor for a tenth of a second, and a web process has others to answer.

const subsets = ['latin', 'latin-ext', 'vietnamese'];
const weights = [400, 700];

/** The heading font in two weights; fonts of the machine are found by the compiler itself. */
function ownFonts(): Buffer[] {
  const require = createRequire(import.meta.url);
  const names = weights.flatMap((weight) => subsets.map((subset) => `${subset}-${weight}`));
  return names.map((name) => {
    const file = `@fontsource/bricolage-grotesque/files/bricolage-grotesque-${name}-normal.woff`;
    return woffToFont(readFileSync(require.resolve(file)));
  });
}

/** A folder that is not there: a template reads no files. */
const nowhere = join(tmpdir(), 'passerelle-no-files-for-documents');
const compiler = NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontBlobs: ownFonts() }] });

function answer({ id, template, data, at }: TypesetRequest): TypesetAnswer {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data } });
  const { result } = compiled;
  if (!result) return { id, failure: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? 'no result') };
  const pdf = compiler.pdf(result, { creationTimestamp: at });
  const pages = result.numOfPages;
  // what earlier documents left is of no use to later ones
  compiler.evictCache(10);
  return { id, pdf, pages };
}

parentPort?.on('message', (request: TypesetRequest) => {
  try {
    parentPort?.postMessage(answer(request));
  } catch (error) {
    parentPort?.postMessage({ id: request.id, failure: String(error) } satisfies TypesetAnswer);
  }
});
