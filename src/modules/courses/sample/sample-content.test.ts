import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../platform/archives/open-archive.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { testClock } from '../../../platform/testing/web.ts';
import type { Question } from '../content/questions.ts';
import { readCaptions } from '../films/captions/read-captions.ts';
import { ownPackageReader } from '../own-format/own-package-reader.ts';
import { filesOfBlock } from '../publish-course/outline-of.ts';
import { sampleFolder, sampleFolders } from './install-sample-courses.ts';

const ids = systemIds(testClock());

async function sample(name: string) {
  const archive = await openArchive(sampleFolder(name));
  const { content, files } = await ownPackageReader.read(archive, { ids, name });
  const units = content.sections.flatMap((section) => section.units);
  const blocks = units.flatMap((unit) => unit.blocks);
  const asked = blocks.flatMap(({ content: block }) => (block.type === 'questions' ? block.questions : []));
  return {
    content,
    files,
    units,
    blocks,
    questions: [...asked, ...content.banks.flatMap(({ questions }) => questions)],
  };
}

const choicesOf = (question: Question) => ('choices' in question ? question.choices : []);

describe.each(sampleFolders)('the sample course %s teaches as it promises', async (name) => {
  const { content, files, units, blocks, questions } = await sample(name);

  it('answers every choice, and has one right choice where one is asked for', () => {
    for (const question of questions) {
      for (const choice of choicesOf(question))
        expect(choice.feedback, `${question.prompt} ${choice.text}`).toBeTruthy();
      if (question.type === 'single' || question.type === 'dropdown')
        expect(
          choicesOf(question).filter(({ right }) => right),
          question.prompt,
        ).toHaveLength(1);
      if (question.type === 'number') expect(question.explanation, question.prompt).toBeTruthy();
    }
  });

  it('asks in many ways, tests competencies that it names, and ends with a test that must be passed', () => {
    const types = new Set(questions.map(({ type }) => type));
    for (const type of ['single', 'multiple', 'number', 'order', 'match', 'gap', 'dropdown'])
      expect(types).toContain(type);
    const known = new Set(content.rules.competencies.map(({ id }) => id));
    for (const { competencies } of questions) for (const id of competencies) expect(known).toContain(id);
    const [exam = ''] = content.rules.completion.mustPass;
    expect(blocks.find(({ id }) => id === exam)?.content.type).toBe('questions');
  });

  it('describes every picture, and leads to units that are there', () => {
    const text = JSON.stringify(blocks);
    for (const [, attributes = ''] of text.matchAll(/<img ([^>]*)>/g))
      expect(attributes).toMatch(/alt=\\"[^"]{20,}/);
    const known = new Set(units.map(({ id }) => id));
    for (const [, id] of text.matchAll(/unit:([\w-]+)/g)) expect(known).toContain(id);
    expect(new Set(filesOfBlock(content))).toEqual(new Set(files.map(({ id }) => id)));
  });

  it('has small films with captions in French and in English, to the end of each', async () => {
    const films = blocks.flatMap(({ content: block }) => (block.type === 'video' ? [block] : []));
    expect(films.length).toBeGreaterThanOrEqual(2);
    for (const film of films) {
      const path = files.find(({ id }) => id === film.file)?.path ?? '';
      expect((await stat(join(sampleFolder(name), path))).size).toBeLessThan(400_000);
      expect(film.duration).toBeGreaterThanOrEqual(20);
      expect(film.duration).toBeLessThanOrEqual(60);
      expect(film.tracks.map(({ lang }) => lang).sort()).toEqual(['en', 'fr']);
      for (const { vtt } of film.tracks) {
        const { cues, problems } = readCaptions(vtt);
        expect(problems).toEqual([]);
        expect(cues.at(-1)?.end).toBe((film.duration ?? 0) * 1000);
      }
    }
  });

  it('says that it is a sample, and takes about as long as it says', () => {
    expect(content.about.summary + content.about.description).toMatch(/sample course|cours d’exemple/i);
    const minutes = units.reduce((sum, unit) => sum + (unit.minutes ?? 0), 0);
    const hours = content.about.hours ?? 0;
    expect(minutes / 60).toBeGreaterThan(hours * 0.7);
    expect(minutes / 60).toBeLessThan(hours * 1.2);
  });
});
