import { fileURLToPath } from 'node:url';
import { runCommandLine } from './run-command-line.ts';

// Who reads our lines may leave (`| head -1`), and a log's disk may be full: the work goes on without them.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.env['PASSERELLE_ENTRY'] = fileURLToPath(import.meta.url);
process.exitCode = await runCommandLine(process.argv.slice(2), process.env);
