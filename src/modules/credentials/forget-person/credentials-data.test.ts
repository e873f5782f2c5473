import { expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { textsAnywhere } from '../../../platform/testing/texts-anywhere.queries.ts';
import { credentialsStage } from '../testing/credentials-stage.ts';
import { documentKeys } from '../testing/credentials.queries.ts';
import { credentialsData } from './credentials-data.ts';
import { removeSampleAttestations } from './remove-sample-attestations.ts';

const stage = await credentialsStage();
const awa = await stage.person('Awa');
const zoe = await stage.person('Zoe');

it('exports what attestations say, and what was asked of them', async () => {
  const number = await stage.issue(zoe.id, { personName: 'Zoe Martin' });
  await zoe.browser.post(`/en/account/attestations/${number}/name`, {
    name: 'Zoé Martin',
    reason: 'Accent.',
  });
  const data = await credentialsData.export(stage.db, zoe.id);
  expect(data).toMatchObject({
    attestations: [{ number, says: { personName: 'Zoe Martin' }, corrections: [{ name: 'Zoé Martin' }] }],
  });
  expect(await credentialsData.export(stage.db, awa.id)).toEqual({ attestations: [] });
});

it('leaves of an erased holder a number that says so, and no trace of the name', async () => {
  const number = await stage.issue(awa.id, { personName: 'Awa Unforgettable' });
  const sample = await stage.issue(awa.id, { personName: 'Awa Unforgettable', isSample: true });
  const pdf = `/en/attestations/${number}/attestation.pdf`;
  await stage.visitor().send(pdf, {});
  await awa.browser.post(`/en/account/attestations/${number}/name`, {
    name: 'Awa Unknown',
    reason: 'Secret why.',
  });
  const revoked = await stage.issue(awa.id);
  const olga = await stage.person('Olga', ['operator']);
  const reason = 'Copied by Mrs Unforgettable.';
  await olga.browser.post(`/en/operator/attestations/${revoked}/revoke`, { reason });
  await credentialsData.erase(stage.db, stage.actor(), awa.id);
  expect(await textsAnywhere(stage.db, ['Unforgettable', 'Awa Unknown', 'Secret why'])).toEqual([]);
  expect(await documentKeys(stage.db)).toEqual([]);
  const page = await stage.visitor().get(`/en/attestations/${number}`);
  expect(page.status).toBe(410);
  expect(page.html).toContain('taken back by its holder');
  expect((await stage.visitor().get(pdf)).path).toBe(`/en/attestations/${number}`);
  expect((await stage.visitor().get(`/en/attestations/${sample}`)).status).toBe(404);
  expect((await awa.browser.get('/en/account/attestations')).html).toContain('No attestation yet');
});

it('takes what was attested of samples away, whoever holds it, and nothing else', async () => {
  const real = await stage.issue(zoe.id, { personName: 'Zoe Martin' });
  const sample = await stage.issue(zoe.id, { personName: 'Zoe Martin', isSample: true });
  await transact(stage.db, removeSampleAttestations);
  expect((await stage.visitor().get(`/en/attestations/${real}`)).status).toBe(200);
  expect((await stage.visitor().get(`/en/attestations/${sample}`)).status).toBe(404);
});
