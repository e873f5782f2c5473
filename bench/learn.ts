// `npm run bench -- learn [--enrolled N] [--crowd N] [--answering N] [--requests N]`: a course page, a unit, an answer and
// the dashboard of a run, beside a bare server; then many people answering in the same minute in one run.
// Prints tables and, last, one line of JSON. The machine is seldom alone: figures are medians and quantiles.
import './serving/read-tsx.ts';

await import('./learn/measure.ts');
