import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { setRole } from '../course-people/people.queries.ts';
import { createCourse } from '../keep-course/create-course.ts';
import { coursesData } from '../personal-data/courses-data.ts';
import { publishCourse } from '../publish-course/publish-course.ts';
import { publishedCourse } from '../read-published/read-published.queries.ts';
import { smallCourse } from '../testing/small-course.ts';
import { teachStage } from '../testing/teach-stage.ts';
import { reviewStanding } from './review-content.queries.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const ann = await stage.person('Ann');
const rex = await stage.person('Rex');
const tea = await stage.person('Tea');
const tom = await stage.person('Tom');
const eve = await stage.person('Eve', ['author']);
type Person = typeof ada;

/** Ada owns it, Ann writes too, Tea teaches, Rex reviews, Tom translates; Eve is a stranger. */
async function staffed() {
  const course = await createCourse(stage.db, ada.actor(), { content: smallCourse() });
  const roles = [
    [ann, 'author'],
    [tea, 'teacher'],
    [rex, 'reviewer'],
    [tom, 'translator'],
  ] as const;
  for (const [{ id }, role] of roles)
    await setRole(stage.db, course.id, { personId: id, role, at: stage.clock.now() });
  const at = `/en/teach/courses/${course.id}`;
  const standing = () => reviewStanding(stage.db, course.id);
  const post = (who: Person, end: string, fields: Record<string, string> = {}) =>
    who.browser.post(`${at}${end}`, fields);
  return {
    ...course,
    at,
    standing,
    post,
    shown: async (who: Person) => (await who.browser.get(`${at}/review`)).html,
    comment: (who: Person, kind: string, text: string, block = 'soil-1-text') =>
      post(who, '/review/comments', { id: stage.tools.ids.next(), block, kind, text }),
    rule: (signOffs: number, committee = 0) =>
      post(ada, '/review/rule', { signOffs: String(signOffs), committee: String(committee) }),
    ask: (who: Person) => post(who, '/review/ask'),
    sign: async (who: Person, revision?: number) =>
      post(who, '/review/sign-off', { revision: String(revision ?? (await standing()).revision) }),
    publish: (who = ada) => post(who, '/publish'),
    change: () => post(ada, '/add', { id: stage.tools.ids.next(), title: 'One more' }),
    published: () => publishedCourse(stage.db, course.slug),
  };
}

/** The id of the one comment that the page shows. */
const commentOn = (html: string): string => /review\/comments\/([\w-]{36})"/.exec(html)?.[1] ?? '';

describe('comments on blocks', () => {
  it('are written by staff who review, and answered in one line', async () => {
    const course = await staffed();
    expect((await course.comment(tea, 'remark', 'What about <worms>?')).html).toContain('&lt;worms>');
    const id = commentOn(await course.shown(ada));
    await course.post(ada, `/review/comments/${id}`, { do: 'answer', answer: 'In unit two.' });
    const html = await course.shown(rex);
    expect(html).toContain('In unit two.');
    expect(html).toContain('#blocks-soil-1-text');
  });

  it('are not for translators, and strangers see no page', async () => {
    const course = await staffed();
    expect((await course.comment(tom, 'remark', 'x')).status).toBe(403);
    expect(await course.shown(tom)).not.toContain('id="comment"');
    expect((await eve.browser.get(`${course.at}/review`)).status).toBe(404);
    for (const end of ['/ask', '/open-early'])
      expect([end, (await course.post(eve, `/review${end}`)).status]).toEqual([end, 404]);
    expect((await course.comment(eve, 'request', 'x')).status).toBe(404);
    expect((await course.sign(eve)).status).toBe(404);
    expect((await course.post(eve, '/review/rule', { signOffs: '1', committee: '0' })).status).toBe(404);
  });

  it('need words and a block of this draft', async () => {
    const course = await staffed();
    expect((await course.comment(tea, 'remark', ' ')).status).toBe(422);
    expect((await course.comment(tea, 'remark', 'x'.repeat(2001))).status).toBe(422);
    expect((await course.comment(tea, 'remark', 'x', 'no-such-block')).status).toBe(404);
    expect((await course.post(tea, '/review/comments', { id: 'x', text: '' })).status).toBe(400);
    expect((await course.post(tea, '/review/comments/nonsense', { do: 'settle' })).status).toBe(404);
    const other = await staffed();
    await other.comment(tea, 'remark', 'Elsewhere');
    const id = commentOn(await other.shown(tea));
    expect((await course.post(tea, `/review/comments/${id}`, { do: 'settle' })).status).toBe(404);
  });

  it('are kept once, and settled by who wrote them; a request not by an author', async () => {
    const course = await staffed();
    const fields = { id: stage.tools.ids.next(), block: 'soil-1-text', kind: 'request', text: 'Cite it.' };
    await course.post(tea, '/review/comments', fields);
    await course.post(tea, '/review/comments', fields);
    expect((await course.standing()).openRequests).toBe(1);
    const at = `/review/comments/${fields.id}`;
    expect((await course.post(ann, at, { do: 'settle' })).status).toBe(403);
    expect((await course.post(tea, at, { do: 'settle' })).html).toContain('Nothing is open.');
    expect((await course.standing()).openRequests).toBe(0);
  });
});

describe('a sign-off', () => {
  it('is asked for by who writes, and given by somebody else who reviews', async () => {
    const course = await staffed();
    expect((await course.sign(tea)).status).toBe(409);
    expect((await course.ask(tea)).status).toBe(403);
    await course.ask(ann);
    expect((await course.sign(ann)).html).toContain('somebody else signs it off');
    for (const who of [tom, ada]) expect((await course.sign(who)).status).toBe(403);
    await course.sign(tea);
    await course.sign(tea);
    const { revision, signOffs } = await course.standing();
    expect(signOffs).toEqual([{ revision, part: 'colleague', personId: tea.id, name: 'Tea' }]);
  });

  it('waits for open requests', async () => {
    const course = await staffed();
    await course.ask(ada);
    await course.comment(rex, 'request', 'Cite it.');
    expect((await course.sign(tea)).html).toContain('1 request is open');
    await course.post(rex, `/review/comments/${commentOn(await course.shown(rex))}`, { do: 'settle' });
    expect((await course.sign(tea)).status).toBe(200);
  });

  it('is stale once the draft changes, and says so', async () => {
    const course = await staffed();
    await course.rule(1);
    await course.ask(ada);
    await course.sign(tea);
    const { revision } = await course.standing();
    await course.change();
    const html = await course.shown(ada);
    expect(html).toContain(`it is now at revision ${revision + 1}`);
    expect(html).toContain('outdated');
    expect((await course.publish()).status).toBe(409);
    await course.ask(ada);
    expect((await course.sign(tea, revision)).html).toContain('changed while you were reading');
  });

  it('of the committee comes after those of the colleagues', async () => {
    const course = await staffed();
    await course.rule(1, 1);
    await course.ask(ada);
    expect((await course.sign(rex)).html).toContain('The committee signs after the colleagues.');
    await course.sign(tea);
    expect((await course.publish()).html).toContain('1 sign-off is missing');
    await course.sign(rex);
    expect((await course.standing()).signOffs.map(({ part }) => part)).toEqual(['colleague', 'committee']);
    expect((await course.publish()).status).toBe(200);
  });
});

describe('publishing', () => {
  it('demands nothing at first, then what owners say', async () => {
    const course = await staffed();
    const tried = { id: randomUUID(), access: 'invited', guests: 'ada@example.org' };
    expect((await course.post(ada, '/runs/new', tried)).status).toBe(200);
    expect((await course.publish()).status).toBe(200);
    const wish = { signOffs: '2', committee: '0' };
    expect((await course.post(ann, '/review/rule', wish)).status).toBe(403);
    expect((await course.post(ada, '/review/rule', { ...wish, signOffs: '10' })).status).toBe(400);
    await course.rule(2);
    expect((await ada.browser.get(`${course.at}/publish`)).html).toMatch(
      /2 sign-offs are missing[^]*<button[^>]* disabled/,
    );
    const refused = await course.publish();
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('2 sign-offs are missing before this can be published.');
    expect((await course.post(ada, '/runs/open-to-all')).status).toBe(409);
    expect(await course.published()).toMatchObject({ versionNumber: 1 });
  });

  it('waits for requests, not for remarks, and not for those of a block that was removed', async () => {
    const course = await staffed();
    await course.comment(tea, 'remark', 'Nice.');
    expect((await course.publish()).status).toBe(200);
    await course.comment(tea, 'request', 'Cite it.');
    expect((await course.publish()).status).toBe(409);
    await course.post(ada, '/arrange', { do: 'remove:blocks:soil-1-text', unit: 'soil-1' });
    expect((await course.publish()).status).toBe(200);
  });

  it('by imports and samples asks nobody', async () => {
    const course = await staffed();
    await course.rule(3);
    expect(await publishCourse(stage.db, ada.actor(), { courseId: course.id })).toMatchObject({ number: 1 });
  });

  it('early marks the course until a version has every sign-off', async () => {
    const course = await staffed();
    expect((await course.post(ada, '/review/open-early')).status).toBe(409);
    await course.rule(1);
    expect((await course.post(ann, '/review/open-early')).status).toBe(403);
    const opened = await course.post(ada, '/review/open-early');
    expect(opened.html).toContain('Learners see that this course is under construction.');
    expect(await course.published()).toMatchObject({ versionNumber: 1, underConstruction: true });
    await course.ask(ada);
    await course.sign(tea);
    expect(await course.published()).toMatchObject({ underConstruction: true });
    await course.publish();
    expect(await course.published()).toMatchObject({ versionNumber: 2, underConstruction: false });
  });
});

describe('who reviewed', () => {
  it('is exported and forgotten; what was said stays', async () => {
    const course = await staffed();
    await course.rule(1);
    await course.ask(ada);
    await course.comment(tea, 'remark', 'Nice.');
    await course.sign(tea);
    expect(await coursesData.export(stage.db, tea.id)).toMatchObject({
      reviews: expect.arrayContaining([
        expect.objectContaining({ what: 'remark', text: 'Nice.' }),
        expect.objectContaining({ what: 'sign-off' }),
      ]),
    });
    await coursesData.erase(stage.db, tea.actor(), tea.id);
    const html = await course.shown(ada);
    expect(html).toContain('Nice.');
    expect(html).toContain('Somebody who left');
    expect((await course.publish()).status).toBe(200);
  });
});
