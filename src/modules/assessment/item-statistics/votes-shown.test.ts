import { describe, expect, it } from 'vitest';
import { courseContent } from '../../courses/testing/for-modules-above.ts';
import { assessmentStage } from '../testing/assessment-stage.ts';
import { answerSurvey, votePoll } from '../vote/vote.ts';
import { pagesOf } from './questions.page.tsx';

const options = ['Tea', 'Coffee'].map((text) => ({ id: text.toLowerCase(), text }));
const content = courseContent.parse({
  about: { title: 'Gardens', lang: 'en' },
  sections: [
    {
      id: 's',
      title: 'S',
      units: [
        {
          id: 'u',
          title: 'The break',
          blocks: [
            { id: 'drink', content: { type: 'poll', question: '<p>What do you drink?</p>', options } },
            {
              id: 'views',
              title: 'Your views',
              content: { type: 'survey', questions: [{ id: 'morning', text: 'In the morning' }], options },
            },
          ],
        },
      ],
    },
  ],
});
const stage = await assessmentStage(content);
const { db, course, owner } = stage;
await owner.signIn();
const path = `/en/teach/courses/${course.id}/questions`;
const blocks = content.sections[0]?.units[0]?.blocks.map((block) => block.content) ?? [];

async function answer(blockId: 'drink' | 'views', option: string) {
  const who = await stage.learner();
  const at = { takerId: who.takerId, courseId: course.id, blockId };
  const form = new URLSearchParams({ 'a:poll': option, 'a:morning': option });
  for (const each of blocks) {
    if (blockId === 'drink' && each.type === 'poll')
      await votePoll(db, who.actor(), { ...at, content: each, form });
    if (blockId === 'views' && each.type === 'survey')
      await answerSurvey(db, who.actor(), { ...at, content: each, form });
  }
}

describe('what polls and surveys say', () => {
  it('begins with the word that nobody answered', async () => {
    const { html } = await owner.browser.get(path);
    expect(html).toContain('Polls and surveys');
    expect(html).toContain('Nobody has answered yet');
    expect(html).not.toContain('No answers yet');
  });

  it('stands in bars by option, and stays hidden where too few answered', async () => {
    for (const option of ['tea', 'tea', 'tea', 'coffee', 'coffee']) await answer('drink', option);
    for (const option of ['tea', 'coffee', 'coffee', 'coffee']) await answer('views', option);
    const { html } = await owner.browser.get(path);
    const [poll = '', survey = ''] = html.slice(html.indexOf('What do you drink?')).split('Your views');
    expect(html).toContain('The break');
    for (const words of ['5 people answered', 'Tea', '60%', 'Coffee', '40%']) expect(poll).toContain(words);
    expect(survey).toContain('4 people answered');
    expect(survey).toContain('from five answers on');
    expect(survey).not.toContain('25%');
    await answer('views', 'coffee');
    const after = (await owner.browser.get(path)).html;
    for (const words of ['In the morning', '20%', '80%']) expect(after).toContain(words);
  });

  it('is for those who teach the course', async () => {
    const learner = await stage.person('Lena');
    await learner.signIn();
    expect((await learner.browser.get(path)).status).toBe(404);
  });

  it('is said of no course that asks for none', async () => {
    const plain = await assessmentStage();
    await plain.owner.signIn();
    const { html } = await plain.owner.browser.get(`/en/teach/courses/${plain.course.id}/questions`);
    expect(html).not.toContain('Polls and surveys');
  });
});

it.each([
  [0, 0, 1],
  [41, 0, 2],
  [0, 21, 3],
  [81, 11, 3],
])('%d questions and %d polls fill %d pages once they are answered, else one', (questions, votes, pages) => {
  const item = { blockId: 'b', key: 'q', answered: 1, difficulty: 1, discrimination: null, answers: [] };
  const results = (voters: number) => ({ results: { voters, hidden: true, questions: [] } });
  expect(pagesOf(Array(questions).fill({ item }), Array(votes).fill(results(1)))).toBe(pages);
  expect(pagesOf(Array(questions).fill({}), Array(votes).fill(results(0)))).toBe(1);
});
