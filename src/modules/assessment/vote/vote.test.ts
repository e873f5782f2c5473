import { describe, expect, it } from 'vitest';
import { refused } from '../testing/set-before.ts';
import { assessmentStage, type Person } from '../testing/assessment-stage.ts';
import { blockContent } from '../../courses/testing/for-modules-above.ts';
import { answerSurvey, pollResults, readVoteStates, type VoteContent, votePoll } from './vote.ts';

const stage = await assessmentStage();
const { db, course } = stage;
let blocks = 0;

const options = ['tea', 'coffee', 'water'].map((id) => ({ id, text: id }));
const pollOf = (more: object = {}) => {
  const content = blockContent.parse({ type: 'poll', question: '<p>?</p>', options, ...more });
  if (content.type !== 'poll') throw new Error('not a poll');
  return content;
};
const surveyOf = (more: object = {}) => {
  const questions = ['pace', 'voice'].map((id) => ({ id, text: id }));
  const content = blockContent.parse({ type: 'survey', questions, options, showResults: true, ...more });
  if (content.type !== 'survey') throw new Error('not a survey');
  return content;
};

const place = () => ({ courseId: course.id, blockId: `vote-${(blocks += 1)}` });
const see = async (at: ReturnType<typeof place>, content: VoteContent, takerId?: string) => {
  const [state] = await readVoteStates(db, [{ ...at, content, takerId }]);
  if (!state) throw new Error('nothing to see');
  return state;
};
const came = async (at: ReturnType<typeof place>, content: VoteContent) => {
  const [results] = await pollResults(db, at.courseId, [{ blockId: at.blockId, content }]);
  if (!results) throw new Error('nothing came of it');
  return results;
};
const form = (...pairs: [string, string][]) => new URLSearchParams(pairs);

describe('a poll', () => {
  const vote = (who: Person, at: ReturnType<typeof place>, chosen: string[], content = pollOf()) =>
    votePoll(db, who.actor(), {
      ...at,
      takerId: who.takerId,
      content,
      form: form(...chosen.map((id): [string, string] => ['a:poll', id])),
    });

  it('counts a person once; another vote takes the place of the first', async () => {
    const at = place();
    const awa = await stage.learner();
    expect(await vote(awa, at, ['tea'])).toBe(true);
    expect(await vote(awa, at, ['tea'])).toBe(false);
    expect(await vote(awa, at, ['coffee'])).toBe(true);
    expect(await see(at, pollOf(), awa.takerId)).toMatchObject({ voted: true, chosen: { '': ['coffee'] } });
    expect((await came(at, pollOf())).voters).toBe(1);
  });

  it('takes one choice, or several where the author wants it', async () => {
    const awa = await stage.learner();
    const one = place();
    await vote(awa, one, ['tea', 'water']);
    expect((await see(one, pollOf(), awa.takerId)).chosen).toEqual({ '': ['tea'] });
    const some = place();
    await vote(awa, some, ['tea', 'water', 'tea'], pollOf({ several: true }));
    expect((await see(some, pollOf(), awa.takerId)).chosen['']?.toSorted()).toEqual(['tea', 'water']);
  });

  it.each([[[]], [['wine']], [['', '__proto__']]])('is no vote with %j', async (chosen) => {
    const awa = await stage.learner();
    expect(await refused(vote(awa, place(), chosen))).toBe('assessment.choice-missing');
  });

  it('shows nothing of fewer than five people', async () => {
    const at = place();
    const voters = [];
    for (let count = 0; count < 5; count += 1) voters.push(await stage.learner());
    for (const each of voters.slice(0, 4)) await vote(each, at, ['tea']);
    expect(await came(at, pollOf())).toEqual({
      voters: 4,
      hidden: true,
      questions: [],
    });
    await vote(voters[4] as Person, at, ['water']);
    const { hidden, questions } = await came(at, pollOf());
    expect(hidden).toBe(false);
    expect(questions[0]?.options.map(({ votes }) => votes)).toEqual([4, 0, 1]);
  });

  it('shows results to those who voted, where the author shows them', async () => {
    const at = place();
    const [awa, zoe] = [await stage.learner(), await stage.learner()];
    await vote(awa, at, ['tea']);
    expect((await see(at, pollOf(), zoe.takerId)).results).toBeUndefined();
    expect((await see(at, pollOf(), awa.takerId)).results).toBeDefined();
    expect((await see(at, pollOf({ showResults: false }), awa.takerId)).results).toBeUndefined();
    expect(await see(at, pollOf())).toMatchObject({ mayVote: false, voted: false });
  });
});

describe('a survey', () => {
  const answer = (who: Person, at: ReturnType<typeof place>, pairs: [string, string][]) =>
    answerSurvey(db, who.actor(), { ...at, takerId: who.takerId, content: surveyOf(), form: form(...pairs) });

  it('wants all its questions answered', async () => {
    const awa = await stage.learner();
    const at = place();
    expect(await refused(answer(awa, at, [['a:pace', 'tea']]))).toBe('assessment.choices-missing');
    expect(
      await refused(
        answer(awa, at, [
          ['a:pace', 'tea'],
          ['a:voice', 'wine'],
        ]),
      ),
    ).toBe('assessment.choices-missing');
    expect(
      await answer(awa, at, [
        ['a:pace', 'tea'],
        ['a:voice', 'water'],
      ]),
    ).toBe(true);
    expect((await see(at, surveyOf(), awa.takerId)).chosen).toEqual({ pace: ['tea'], voice: ['water'] });
    expect(
      await answer(awa, at, [
        ['a:pace', 'water'],
        ['a:voice', 'water'],
      ]),
    ).toBe(true);
    expect((await came(at, surveyOf())).voters).toBe(1);
  });
});
