import type { Locator, Page } from 'playwright-core';
import { systemClock } from '../src/platform/time/clock.ts';
import { systemIds } from '../src/platform/time/ids.ts';
import type { Question } from '../src/modules/courses/content/questions.ts';
import { openPackage } from '../src/modules/courses/import-package/open-package.ts';
import { olxReader } from '../src/modules/courses/import-package/olx/olx-reader.ts';

/** Questions of each set by the id of its block, under the keys that their fields have. */
export type RightAnswers = ReadonlyMap<string, readonly (readonly [key: string, question: Question])[]>;

/** What a package says is right, for somebody who takes its course. */
export async function rightAnswersOf(path: string): Promise<RightAnswers> {
  const archive = await openPackage(path, path);
  const { content } = await olxReader.read(archive, { ids: systemIds(systemClock), name: 'course' });
  await archive.close();
  const blocks = content.sections.flatMap(({ units }) => units.flatMap((unit) => unit.blocks));
  return new Map(
    blocks.flatMap(({ id, content: set }) => {
      if (set.type !== 'questions') return [];
      const own = set.questions.map((question) => [question.id, question] as const);
      const drawn = set.rules.draw.flatMap(({ bank }) =>
        (content.banks.find((each) => each.id === bank)?.questions ?? []).map(
          (question) => [`${bank}.${question.id}`, question] as const,
        ),
      );
      return [[id, [...own, ...drawn]] as const];
    }),
  );
}

/** Answers every set of the page that can be answered from what is known, and checks it. Returns how many. */
export async function answerRightly(page: Page, answers: RightAnswers): Promise<number> {
  let sets = 0;
  for (const [block, questions] of answers) {
    const form = page.locator(`form[id="${block}-form"]:has(button[value=check])`);
    if ((await form.count()) === 0) continue;
    let filled = 0;
    for (const [key, question] of questions)
      if ((await form.locator(`[name^="a:${key}"]:enabled`).count()) > 0) {
        await fill(form, key, question);
        filled += 1;
      }
    if (filled === 0) continue;
    await form.locator('button[value=check]').click();
    await page.waitForLoadState();
    sets += 1;
  }
  return sets;
}

async function fill(form: Locator, key: string, question: Question): Promise<void> {
  const name = `a:${key}`;
  const write = async (text: string) => form.locator(`[name="${name}"]`).fill(text);
  switch (question.type) {
    case 'single':
    case 'multiple':
      for (const { id, right } of question.choices)
        if (right) await form.locator(`[name="${name}"][value="${id}"]`).check();
      return;
    case 'dropdown':
      await form
        .locator(`[name="${name}"]`)
        .selectOption(question.choices.find(({ right }) => right)?.id ?? '');
      return;
    case 'number': {
      const [answer] = question.answers;
      return write(answer === undefined ? '' : 'value' in answer ? answer.value : String(answer.from));
    }
    case 'text':
      return write(question.accepted[0]?.text ?? '');
    case 'formula':
      return write(question.answer);
    case 'essay':
      return write('Well');
    case 'gap':
      for (const { id, choices, accepted } of question.gaps) {
        const field = form.locator(`[name="${name}:${id}"]`);
        if (choices === undefined) await field.fill(accepted[0]?.text ?? '');
        else await field.selectOption(choices.find(({ right }) => right)?.text ?? '');
      }
      return;
    case 'drag':
      for (const { id, places } of question.items)
        if (places[0] !== undefined) await form.locator(`[name="${name}:${id}"]`).selectOption(places[0]);
      return;
    case 'match':
      for (const { id, target } of question.sources)
        if (target !== undefined) await form.locator(`[name="${name}:${id}"]`).selectOption(target);
      return;
    case 'order':
      for (const [at, { id }] of question.items.entries())
        await form.locator(`[name="${name}:${id}"]`).selectOption(String(at + 1));
      return;
    default:
  }
}
