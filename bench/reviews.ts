// `npm run bench -- reviews [--rows N] [--courses N]`: 1.45 million ratings, brought in, scored, changed one by one and written
// out again. Prints a table and, last, one line of JSON.
import './serving/read-tsx.ts';

await import('./reviews/measure.ts');
