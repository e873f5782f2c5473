import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storageFromUrl } from '../../../platform/files/storage-from-url.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import type { Question } from '../../courses/index.ts';
import { preparePackage, sampleFolder, sampleFolders } from '../../courses/testing/for-modules-above.ts';
import { rightAnswerTo } from '../testing/right-answer.ts';
import { markAnswer } from './mark-answer.ts';

const folder = '../shared/data/courses';
const packagesIn = (of: string): string[] =>
  existsSync(join(folder, of)) ? readdirSync(join(folder, of)).map((name) => join(folder, of, name)) : [];
const packages = [...packagesIn('olx'), ...packagesIn('commoncartridge')].filter((path) =>
  /\.(tar\.gz|imscc|zip)$/.test(path),
);

async function questionsIn(path: string): Promise<Question[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-questions-'));
  const ids = systemIds({ now: () => new Date('2026-12-01T09:00:00Z') });
  const { read } = await preparePackage({
    path,
    name: path,
    ids,
    storage: storageFromUrl(undefined, dataDir),
  });
  const blocks = read.content.sections.flatMap(({ units }) => units.flatMap((unit) => unit.blocks));
  const asked = blocks.flatMap(({ content }) => (content.type === 'questions' ? content.questions : []));
  return [...asked, ...read.content.banks.flatMap(({ questions }) => questions)];
}

const faultsOf = (questions: readonly Question[]) =>
  questions.flatMap((question) => {
    const answer = rightAnswerTo(question);
    const credit = answer && markAnswer(question, answer).credit;
    return answer === undefined || credit === 1 ? [] : [{ question, answer, credit }];
  });

describe('questions of the sample courses', () => {
  it.each(sampleFolders)('%s: what is right gets all points', async (name) => {
    const questions = await questionsIn(sampleFolder(name));
    expect(questions.length).toBeGreaterThan(25);
    expect(faultsOf(questions)).toEqual([]);
  });
});

describe.skipIf(packages.length === 0)(
  'questions of real courses (skipped without ../shared/data/courses)',
  () => {
    it.each(packages)('%s: what is right gets all points', { timeout: 60_000 }, async (path) => {
      expect(faultsOf(await questionsIn(path))).toEqual([]);
    });
  },
);
