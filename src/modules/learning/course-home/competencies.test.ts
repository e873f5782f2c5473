import { describe, expect, it } from 'vitest';
import { courseContent } from '../../courses/testing/for-modules-above.ts';
import { attestationsOf } from '../testing/ledger.queries.ts';
import { learningStage } from '../testing/learning-stage.ts';

const stage = await learningStage();
const set = (id: string, competency: string) => ({
  id,
  title: `Test of ${competency}`,
  content: {
    type: 'questions',
    competencies: [competency],
    questions: [{ id: 'q', type: 'text', prompt: '<p>Yes?</p>', accepted: [{ text: 'yes' }] }],
  },
});
const content = courseContent.parse({
  about: { title: 'Orchards', lang: 'en' },
  rules: {
    marks: 'competencies',
    competencies: [
      { id: 'prune', title: 'Prunes a tree' },
      { id: 'graft', title: 'Grafts a bud' },
    ],
    completion: { passed: 0.5 },
  },
  sections: [
    {
      id: 's',
      title: 'Trees',
      units: [
        { id: 'u1', title: 'Pruning', blocks: [set('b1', 'prune')] },
        { id: 'u2', title: 'Grafting', blocks: [set('b2', 'graft')] },
      ],
    },
  ],
});

describe('a course that says which set tests which competency', () => {
  it('says it in its outline, and what is acquired; the attestation names no more', async () => {
    const { slug } = await stage.course(content);
    const lea = await stage.person('Lea');
    await stage.join(lea.browser, slug);
    const before = (await lea.browser.get(`/en/learn/${slug}`)).html;
    expect(before).toContain('Tests: Prunes a tree');
    expect(before.match(/not yet; to pass:/g)).toHaveLength(2);
    expect(before).toContain(`/en/learn/${slug}/u1#b1`);
    const page = (await lea.browser.get(`/en/learn/${slug}/u1`)).html;
    const hidden = Object.fromEntries(
      [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ) as Record<string, string>;
    await lea.browser.post(`/en/learn/${slug}/u1/b1/answers`, { ...hidden, 'a:q': 'yes', do: 'check' });
    const after = (await lea.browser.get(`/en/learn/${slug}`)).html;
    expect(after).toMatch(/Prunes a tree<\/bdi>: acquired/);
    expect(after.match(/not yet; to pass:/g)).toHaveLength(1);
    const [attestation] = await attestationsOf(stage.db, lea.id);
    expect(JSON.stringify(attestation)).toContain('Prunes a tree');
    expect(JSON.stringify(attestation)).not.toContain('Grafts a bud');
  });
});
