import { expect, it } from 'vitest';
import { textsAnywhere } from '../../../platform/testing/texts-anywhere.queries.ts';
import { blockContent } from '../../courses/testing/for-modules-above.ts';
import { handIn } from '../hand-in-work/hand-in.ts';
import { removeFileJob } from '../keep-files/remove-files.job.ts';
import { submitSet } from '../take-attempt/submit-set.ts';
import { assessmentStage, assignmentOf, setOf } from '../testing/assessment-stage.ts';
import { handed } from '../testing/files.ts';
import { votePoll } from '../vote/vote.ts';
import { assessmentData } from './assessment-data.ts';

const stage = await assessmentStage();
const { db, course, tools } = stage;

it('gives all of a person to take along, then forgets them without a trace', async () => {
  const zephyrine = await stage.person('Zephyrine');
  const at = { takerId: zephyrine.takerId, courseId: course.id };
  const essay = setOf([{ type: 'essay' }, { type: 'file' }]);
  const form = new URLSearchParams({
    submission: 's',
    attempt: '1',
    do: 'check',
    'a:q1': 'Of quartz and clay',
  });
  for (const key of ['q1', 'q2']) form.append('asked', key);
  const answered = await handed(tools.storage, zephyrine.id, 'feldspar.txt', 'feldspar');
  const files = new Map([['a:q2', [answered]]]);
  await submitSet(db, zephyrine.actor(), { ...at, blockId: 'b1', content: essay, banks: [], form, files });
  const kept = await handed(tools.storage, zephyrine.id, 'gneiss.txt', 'gneiss');
  await handIn(db, zephyrine.actor(), {
    ...at,
    blockId: 'b2',
    content: assignmentOf(),
    form: new URLSearchParams({ text: 'On basalt' }),
    files: new Map([['files', [kept]]]),
  });
  const poll = blockContent.parse({
    type: 'poll',
    question: '?',
    options: [{ id: 'granite', text: 'Granite' }],
  });
  if (poll.type !== 'poll') throw new Error('not a poll');
  await votePoll(db, zephyrine.actor(), {
    ...at,
    blockId: 'b3',
    content: poll,
    form: new URLSearchParams({ 'a:poll': 'granite' }),
  });

  const data = JSON.stringify(await assessmentData.export(db, zephyrine.id));
  for (const word of ['quartz and clay', 'feldspar.txt', 'gneiss.txt', 'On basalt', 'granite'])
    expect(data).toContain(word);

  await assessmentData.erase(db, stage.system(), zephyrine.id);
  expect(
    await textsAnywhere(db, ['quartz', 'feldspar', 'gneiss', 'basalt', 'granite', zephyrine.takerId]),
  ).toEqual([]);
  const scene = { tools, db, actor: stage.system(), signal: new AbortController().signal };
  for (const { key } of [answered, kept]) {
    expect(await tools.storage.open(key)).toBeDefined();
    await removeFileJob.run(scene, { key });
    expect(await tools.storage.open(key)).toBeUndefined();
  }
});

it('keeps a file that is still named', async () => {
  const awa = await stage.person('Awa');
  const file = await handed(tools.storage, awa.id, 'plan.txt');
  const form = new URLSearchParams({ text: '' });
  await handIn(db, awa.actor(), {
    takerId: awa.takerId,
    courseId: course.id,
    blockId: 'b4',
    content: assignmentOf(),
    form,
    files: new Map([['files', [file]]]),
  });
  await removeFileJob.run(
    { tools, db, actor: stage.system(), signal: new AbortController().signal },
    { key: file.key },
  );
  expect(await tools.storage.open(file.key)).toBeDefined();
});
