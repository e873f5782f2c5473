import { describe, expect, it } from 'vitest';
import { credentialsStage } from '../testing/credentials-stage.ts';
import { auditOf } from '../testing/credentials.queries.ts';
import { issueAttestation } from '../issue-attestation/issue-attestation.ts';
import { attested } from '../testing/attested.ts';

const stage = await credentialsStage();
const awa = await stage.person('Awa');
const zoe = await stage.person('Zoe');
const operator = await stage.person('Olga', ['operator']);
const owner = await stage.person('Oumar', ['author']);

const asked = { name: 'Awa Diop-Sarr', reason: 'I married.' };
/** Of the correction that asked last. */
const idOn = (html: string) => [...html.matchAll(/corrections\/([0-9a-f-]{36})"/g)].at(-1)?.[1] ?? '';

async function askOf(number: string, fields: Record<string, string> = asked) {
  return awa.browser.post(`/en/account/attestations/${number}/name`, fields);
}
const decide = (by: typeof operator, id: string, fields: Record<string, string>) =>
  by.browser.post(`/en/${by === operator ? 'operator' : 'teach'}/attestations/corrections/${id}`, fields);

describe('asking for another name', () => {
  it('is for one’s own valid attestation, with a name and a reason', async () => {
    const number = await stage.issue(awa.id);
    expect((await zoe.browser.post(`/en/account/attestations/${number}/name`, asked)).status).toBe(404);
    expect((await zoe.browser.get(`/en/account/attestations/${number}/name`)).status).toBe(404);
    for (const [fields, words] of [
      [{ ...asked, name: ' ' }, 'Please write the name'],
      [{ ...asked, name: '12 34' }, 'A name has letters'],
      [{ ...asked, name: 'x'.repeat(151) }, 'A name has letters'],
      [{ ...asked, name: 'Awa Diop' }, 'already has this name'],
      [{ ...asked, reason: '' }, 'Please say why'],
    ] as const) {
      const { status, html } = await askOf(number, fields);
      expect(status).toBe(422);
      expect(html).toContain(words);
    }
    // what no database keeps is left out
    const { html, path } = await askOf(number, { ...asked, reason: 'I ma\0rried.' });
    expect(path).toBe('/en/account/attestations');
    expect(html).toContain('Awa Diop-Sarr');
    expect(html).toContain('Your request has been sent');
  });
});

describe('deciding', () => {
  it('writes a new attestation, and the old page points on without the old name', async () => {
    const facts = attested(awa.id);
    const { number } = await issueAttestation(stage.db, stage.actor(), facts);
    const pdf = `/en/attestations/${number}/attestation.pdf`;
    await stage.visitor().send(pdf, {});
    await askOf(number);
    // asking again before somebody looked replaces what was asked
    await askOf(number, { ...asked, name: 'Awa Sarr' });
    stage.owned.set(owner.id, [facts.courseId]);
    const { html } = await owner.browser.get('/en/teach/attestations');
    expect(html).toContain('Awa Sarr');
    expect(html).not.toContain('Awa Diop-Sarr');
    const id = idOn(html);
    expect((await decide(owner, id, { verdict: 'accept' })).path).toBe('/en/teach/attestations');
    const old = await stage.visitor().get(`/en/attestations/${number}`);
    expect(old.html).toContain('This attestation has been replaced');
    expect(old.html).not.toContain('Awa Diop');
    expect(old.html).not.toContain('Awa Sarr');
    const next = /attestations\/([2-9A-Z-]{29})">See the new/.exec(old.html)?.[1] ?? '';
    expect(next).not.toBe(number);
    const shown = await stage.visitor().get(`/en/attestations/${next}`);
    expect(shown.html).toContain('Awa Sarr');
    expect((await stage.visitor().get(pdf)).path).toBe(`/en/attestations/${number}`);
    expect((await stage.visitor().send(`/en/attestations/${next}/attestation.pdf`, {})).status).toBe(200);
    const mine = await awa.browser.get('/en/account/attestations');
    expect(mine.html).toContain(next);
    expect(mine.html).not.toContain(number);
    // the course that was completed is still completed once
    expect(await issueAttestation(stage.db, stage.actor(), facts)).toEqual({ number: next, isNew: false });
    expect(await auditOf(stage.db, 'correct-attestation')).toMatchObject([
      { actor_id: owner.id, details: { old: number, number: next } },
    ]);
    expect((await decide(owner, id, { verdict: 'accept' })).status).toBe(409);
  });

  it('is for operators and for who owns the course', async () => {
    const number = await stage.issue(awa.id);
    stage.clock.forward(60);
    await askOf(number);
    const id = idOn((await operator.browser.get('/en/operator/attestations')).html);
    const other = await stage.person('Ali', ['author']);
    expect((await other.browser.get('/en/teach/attestations')).html).toContain('Nobody is waiting');
    expect((await decide(other, id, { verdict: 'accept' })).status).toBe(404);
    expect((await decide(zoe, id, { verdict: 'accept' })).status).toBe(403);
    expect((await decide(operator, id, { verdict: 'refuse', answer: ' ' })).status).toBe(422);
    expect((await decide(operator, id, { verdict: 'nonsense' })).status).toBe(409);
    expect((await decide(operator, 'x', { verdict: 'accept' })).status).toBe(409);
    await decide(operator, id, { verdict: 'refuse', answer: 'We need more.' });
    const mine = await awa.browser.get('/en/account/attestations');
    expect(mine.html).toContain('We need more.');
    expect(mine.html).toContain(`/attestations/${number}/name`);
    expect(await auditOf(stage.db, 'refuse-attestation-correction')).toHaveLength(1);
  });

  it('is about the name that one read, not about one that was put in its place', async () => {
    const number = await stage.issue(awa.id);
    stage.clock.forward(60);
    await askOf(number, { ...asked, name: 'Awa Sarr' });
    const read = idOn((await operator.browser.get('/en/operator/attestations')).html);
    await askOf(number, { ...asked, name: 'Somebody Else' });
    expect((await decide(operator, read, { verdict: 'accept' })).status).toBe(409);
    expect((await stage.visitor().get(`/en/attestations/${number}`)).html).toContain('Awa Diop');
    const { html } = await operator.browser.get('/en/operator/attestations');
    expect(html).toContain('Somebody Else');
    expect((await decide(operator, idOn(html), { verdict: 'accept' })).status).toBe(200);
  });

  it('is nobody’s about themselves, not even who owns the course', async () => {
    const facts = attested(owner.id, { personName: 'Oumar' });
    const { number } = await issueAttestation(stage.db, stage.actor(), facts);
    stage.owned.set(owner.id, [facts.courseId]);
    stage.clock.forward(60);
    await owner.browser.post(`/en/account/attestations/${number}/name`, { ...asked, name: 'Ona Other' });
    expect((await owner.browser.get('/en/teach/attestations')).html).toContain('Nobody is waiting');
    const id = idOn((await operator.browser.get('/en/operator/attestations')).html);
    expect((await decide(owner, id, { verdict: 'accept' })).status).toBe(404);
    expect((await stage.visitor().get(`/en/attestations/${number}`)).html).not.toContain('Ona Other');
    expect((await decide(operator, id, { verdict: 'accept' })).status).toBe(200);
  });

  it('happens once, when two decide at the same time', async () => {
    const number = await stage.issue(awa.id);
    stage.clock.forward(60);
    await askOf(number, { ...asked, name: 'Awa Once' });
    const id = idOn((await operator.browser.get('/en/operator/attestations')).html);
    const all = await Promise.all([1, 2].map(() => decide(operator, id, { verdict: 'accept' })));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
