import { expect, it } from 'vitest';
import { issueAttestation } from '../issue-attestation/issue-attestation.ts';
import { removeDocumentJob } from '../make-document/remove-document.job.ts';
import { attested } from '../testing/attested.ts';
import { credentialsStage } from '../testing/credentials-stage.ts';
import { auditOf, completedCourses, documentKeys } from '../testing/credentials.queries.ts';

const stage = await credentialsStage();
const awa = await stage.person('Awa');
const operator = await stage.person('Olga', ['operator']);
const author = await stage.person('Ada', ['author']);
const listingId = '00000000-0000-7000-8000-00000000beef';
const facts = attested(awa.id, { listingId });
const { number } = await issueAttestation(stage.db, stage.actor(), facts);
const path = `/en/operator/attestations/${number}/revoke`;

it('is an operator’s, asks first, and wants a reason', async () => {
  expect((await author.browser.get(path)).status).toBe(403);
  expect((await author.browser.post(path, { reason: 'Because.' })).status).toBe(403);
  const found = await operator.browser.get(`/en/operator/attestations?number=${number.toLowerCase()}`);
  expect(found.html).toContain(path);
  expect((await operator.browser.get(path)).html).toContain('Awa Diop, Bread from flour to oven');
  for (const reason of ['', '  ', 'x'.repeat(501)])
    expect((await operator.browser.post(path, { reason })).status).toBe(422);
  expect(await completedCourses(stage.db)).toEqual([{ person_id: awa.id, listing_id: listingId }]);
});

it('is seen by everybody, takes the document away, and is for ever', async () => {
  const pdf = `/en/attestations/${number}/attestation.pdf`;
  await stage.visitor().send(pdf, {});
  const [key = ''] = await documentKeys(stage.db);
  await awa.browser.post(`/en/account/attestations/${number}/name`, { name: 'Somebody', reason: 'Why not.' });
  const { html } = await operator.browser.post(path, { reason: 'The work was <b>copied</b>.' });
  expect(html).toContain('This attestation has been revoked');
  const seen = await stage.visitor().get(`/fr/attestations/${number}`);
  expect(seen.status).toBe(200);
  expect(seen.html).toContain('Cette attestation a été révoquée');
  expect(seen.html).toContain('The work was &lt;b>copied&lt;/b>.');
  expect((await stage.visitor().get(pdf)).path).toBe(`/en/attestations/${number}`);
  expect(await documentKeys(stage.db)).toEqual([]);
  const scene = {
    tools: stage.tools,
    db: stage.db,
    actor: stage.actor(),
    signal: new AbortController().signal,
  };
  await removeDocumentJob.run(scene, { key });
  expect(await stage.tools.storage.open(key)).toBeUndefined();
  expect((await operator.browser.post(path, { reason: 'Again.' })).status).toBe(409);
  expect((await awa.browser.get(`/en/account/attestations/${number}/name`)).status).toBe(409);
  expect((await operator.browser.get('/en/operator/attestations')).html).toContain('Nobody is waiting');
  expect((await awa.browser.get('/en/account/attestations')).html).toContain('revoked');
  expect(await issueAttestation(stage.db, stage.actor(), facts)).toEqual({ number, isNew: false });
  expect(await completedCourses(stage.db)).toEqual([]);
  expect(await auditOf(stage.db, 'revoke-attestation')).toMatchObject([{ actor_id: operator.id }]);
});

it('answers for unknown numbers as for those of nobody', async () => {
  for (const unknown of ['x', 'K7WQ-2MXD-9PLA-BC3E-ZZ42-TRHN'])
    expect((await operator.browser.get(`/en/operator/attestations/${unknown}/revoke`)).status).toBe(404);
  const looked = await operator.browser.get('/en/operator/attestations?number=x');
  expect(looked.html).toContain('No attestation has this number');
});
