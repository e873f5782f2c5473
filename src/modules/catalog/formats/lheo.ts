import type { FeedFormat, FeedInput, FeedOptions, FeedRecord } from './feed-format.ts';
import { FeedUnreadable } from './feed-format.ts';
import { readLheoCourse } from './lheo-course.ts';
import { lheoTree } from './lheo-tree.ts';
import { lheoName } from './lheo-vocabulary.ts';
import { RecordReader } from './record-reader.ts';
import { xmlElements } from './xml-elements.ts';
import { tellingProblems } from './xml-problems.ts';

const means = (written: string, name: string): boolean => lheoName(written)?.name === name;

async function* read(input: FeedInput, options: FeedOptions): AsyncGenerator<FeedRecord> {
  let seen = false;
  const formations = xmlElements(input, {
    wanted: (name) => means(name, 'formation'),
    ignored: new Set(['extra']),
  });
  for await (const streamed of formations) {
    seen = true;
    const reader = new RecordReader(options.today, input.location);
    for (const problem of tellingProblems(streamed)) reader.note('record', problem);
    yield readLheoCourse(reader, lheoTree(reader, streamed.element));
  }
  if (!seen) throw new FeedUnreadable(`there is no <formation> in ${input.location}`);
}

function detect(head: string): number {
  if (/<(?:\w+:)?lheo(?:-plus)?[\s>]/i.test(head)) return 0.98;
  if (/\bxmlns(?::\w+)?\s*=\s*["'][^"']*lheo(?:\.gouv\.fr|\.org)\/2\.\d/i.test(head)) return 0.9;
  return /<offres[\s>]/.test(head) && /<formation[\s>]/.test(head) ? 0.8 : 0;
}

/**
 * LHEO 2.2 and 2.3: the training offer as French regions, schools and employment services exchange it. Each formation
 * is a course, each session of its actions a run; extras are kept out, misspelt tags read where one letter is wrong.
 */
export const lheo: FeedFormat = { name: 'lheo', detect, read };
