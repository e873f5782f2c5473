import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { fetchStage } from '../../../platform/http/fetch/testing/fetch-stage.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { testTools } from '../../../platform/testing/web.ts';
import { importing } from '../../catalog/testing/catalog-stage.ts';
import { storedCourses } from '../../catalog/testing/stage.queries.ts';
import { reviewsMessages } from '../messages/index.ts';
import { withdrawReview } from '../review-states/change-state.ts';
import { acting, letters, lettersTo, moderator, person, written } from '../testing/moderation-stage.ts';
import { ratingProofs, storedReview } from '../testing/stored-review.queries.ts';
import { checkProofJob, evidenceDays, forgetEvidenceJob, removeFileJob } from './check-proof.job.ts';
import { decideProof } from './decide-proof.ts';
import { forgetEvidence, openClaim, provableReview } from './proof-claims.queries.ts';
import { proofData } from './proof-data.ts';
import { keepProofFile, NoPdf, openProofFile } from './proof-file.ts';
import { waitingProofs } from './proofs.queries.ts';
import { proveCompletion, settleProof } from './settle-proof.ts';
import { submitProof, triesADay } from './submit-proof.ts';

const database = await testDatabase();
const { db } = database;
const tools = testTools(database, { messages: [reviewsMessages] });
const stage = fetchStage();
const signal = new AbortController().signal;

/** A course whose page stands on a real server that shows this page. */
async function courseAt(html: string, key: string) {
  const server = await stage.serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(html);
  });
  await importing(db, [{ key, title: `Bread ${key}`, url: `${server.origin}/course` }]);
  const courseId = (await storedCourses(db)).find(({ title }) => title === `Bread ${key}`)?.id ?? '';
  return {
    server,
    courseId,
    scene: { tools: { ...tools, fetcher: stage.fetcherFor([server]) }, db, signal },
  };
}

async function reviewed(inner: Db, courseId: string, name = 'Awa Diallo') {
  const who = await person(inner, -300, { name });
  const actor = acting(who);
  const write = (each: Db) => written(each, actor, courseId, { stars: 5 });
  const { id } = await (inner === db ? transact(db, write) : write(inner));
  return { who, actor, id };
}

const latest = async (inner: Db, id: string, actor: Actor) =>
  (await provableReview(inner, id, actor.id, actor.now))?.latest;
const pdf = (content = '%PDF-1.7 hello') =>
  (async function* () {
    yield Buffer.from(content.slice(0, 3));
    yield Buffer.from(content.slice(3));
  })();

describe('a public page', () => {
  it('raises the proof, and with it the weight of the rating; the address is forgotten', async () => {
    const { server, courseId, scene } = await courseAt('<h1>Certificate</h1>Diallo Awa, Bread page', 'page');
    const { actor, id } = await reviewed(db, courseId);
    await submitProof(db, actor, id, { kind: 'page', url: `${server.origin}/c/1` });
    const claim = await latest(db, id, actor);
    expect(claim).toMatchObject({ state: 'waiting', url: `${server.origin}/c/1` });
    await checkProofJob.run({ ...scene, actor }, { claimId: claim?.id });
    expect(await latest(db, id, actor)).toMatchObject({ state: 'proved', url: null });
    expect(await storedReview(db, id)).toMatchObject({ proof: 'certificate', state: 'published' });
    expect((await ratingProofs(db))[id]).toBe(2);
    await checkProofJob.run({ ...scene, actor }, { claimId: claim?.id });
    expect(server.asked).toHaveLength(1);
  });

  it('speaks for one person only, even for a namesake', async () => {
    const { server, courseId, scene } = await courseAt(
      '<h1>Certificate</h1>Diallo Awa, Bread twice',
      'twice',
    );
    for (const [at, why] of [null, 'used'].entries()) {
      const { actor, id } = await reviewed(db, courseId);
      await submitProof(db, actor, id, {
        kind: 'page',
        url: `${server.origin}/c/1${at === 0 ? '' : '?again=1#x'}`,
      });
      await checkProofJob.run({ ...scene, actor }, { claimId: (await latest(db, id, actor))?.id });
      expect(await latest(db, id, actor)).toMatchObject({ state: why ? 'not-matched' : 'proved', why });
    }
  });

  it('that does not match says why, can be tried again, and is forgotten some days later', async () => {
    const { server, courseId, scene } = await courseAt('<h1>Certificate</h1>Fatou Sow, Bread other', 'other');
    const { actor, id } = await reviewed(db, courseId);
    const url = `${server.origin}/c/1`;
    await submitProof(db, actor, id, { kind: 'page', url });
    await expect(submitProof(db, actor, id, { kind: 'page', url })).rejects.toThrow('reviews.proof-waits');
    await checkProofJob.run({ ...scene, actor }, { claimId: (await latest(db, id, actor))?.id });
    expect(await latest(db, id, actor)).toMatchObject({ state: 'not-matched', why: 'name', url });
    const later = { ...actor, now: new Date(actor.now.getTime() + (evidenceDays + 1) * 86_400_000) };
    await forgetEvidenceJob.run({ ...scene, actor: later }, {});
    expect(await latest(db, id, actor)).toMatchObject({ state: 'not-matched', url: null });
    expect(await storedReview(db, id)).toMatchObject({ proof: 'none' });
  });
});

describe('proving', () => {
  it('is for one’s own review, with an address or a document, some times a day', async () => {
    const { courseId } = await courseAt('', 'own');
    await inTransaction(db, async (inner) => {
      const { actor, id } = await reviewed(inner, courseId);
      const page = { kind: 'page', url: 'https://uni.example/1' } as const;
      const stranger = acting(await person(inner, -300));
      await expect(submitProof(inner, stranger, id, page)).rejects.toThrow('reviews.not-found');
      for (const url of [
        '',
        'nonsense',
        'ftp://uni.example/1',
        'javascript:alert(1)',
        'https://a b',
        `https://a.example/${'x'.repeat(2000)}`,
      ])
        await expect(submitProof(inner, actor, id, { kind: 'page', url })).rejects.toThrow(
          'reviews.proof-address',
        );
      for (const document of ['', '   ', 'x'.repeat(100_001)])
        await expect(submitProof(inner, actor, id, { kind: 'credential', document })).rejects.toThrow(
          'reviews.proof-document',
        );
      for (let at = 0; at < triesADay; at += 1) {
        await submitProof(inner, actor, id, page);
        const claim = await openClaim(inner, (await latest(inner, id, actor))?.id ?? '');
        if (!claim) throw new Error('no claim was made');
        await settleProof(inner, actor, claim, { state: 'not-matched', why: 'name' });
      }
      await expect(submitProof(inner, actor, id, page)).rejects.toThrow('reviews.proof-tries');
      await expect(
        submitProof(inner, { ...actor, now: new Date(actor.now.getTime() + 2 * 86_400_000) }, id, page),
      ).resolves.toBeUndefined();
    });
  });

  it('by completion here is the highest, and nothing lowers it', async () => {
    const { courseId } = await courseAt('', 'here');
    await inTransaction(db, async (inner) => {
      const { who, actor, id } = await reviewed(inner, courseId);
      await proveCompletion(inner, actor, { personId: who.id, courseId: actor.ids.next() });
      expect(await storedReview(inner, id)).toMatchObject({ proof: 'none' });
      for (let times = 0; times < 2; times += 1)
        await proveCompletion(inner, actor, { personId: who.id, courseId });
      expect(await storedReview(inner, id)).toMatchObject({ proof: 'completed-here' });
      expect((await ratingProofs(inner))[id]).toBe(3);
      const page = { kind: 'page', url: 'https://uni.example/1' } as const;
      await expect(submitProof(inner, actor, id, page)).rejects.toThrow('reviews.proved-already');
    });
  });
});

describe('a PDF', () => {
  it('goes to a moderator, whose word reaches the author, and then it is gone', async () => {
    const { courseId } = await courseAt('', 'pdf');
    const { who, actor, id } = await reviewed(db, courseId);
    const fileKey = await keepProofFile(tools.storage, pdf());
    expect(await text((await openProofFile(tools.storage, fileKey)) ?? Readable.from([]))).toBe(
      '%PDF-1.7 hello',
    );
    await submitProof(db, actor, id, { kind: 'file', fileKey });
    const waiting = (await waitingProofs(db, 50)).find(({ personId }) => personId === who.id);
    expect(waiting).toMatchObject({ kind: 'file', why: 'file', name: 'Awa Diallo' });
    const claimId = waiting?.id ?? '';
    const decision = { claimId, version: waiting?.version ?? 0, proves: 'certificate' } as const;
    await removeFileJob.run({ tools, db, actor, signal }, { key: fileKey });
    expect(await openProofFile(tools.storage, fileKey)).toBeDefined();
    await expect(decideProof(db, actor, decision, letters)).rejects.toThrow('http.not-found');
    await expect(decideProof(db, { ...actor, roles: ['moderator'] }, decision, letters)).rejects.toThrow(
      'reviews.own-review',
    );
    const mo = await moderator(db);
    await expect(decideProof(db, mo, { ...decision, version: 9 }, letters)).rejects.toThrow(
      'reviews.case-decided',
    );
    await decideProof(db, mo, decision, letters);
    expect(await storedReview(db, id)).toMatchObject({ proof: 'certificate' });
    expect((await lettersTo(db, who)).map(({ subject }) => subject)).toEqual(['Your review is proved']);
    await removeFileJob.run({ tools, db, actor, signal }, { key: fileKey });
    expect(await openProofFile(tools.storage, fileKey)).toBeUndefined();
    await expect(decideProof(db, mo, decision, letters)).rejects.toThrow('http.not-found');
  });

  it('that proves nothing leaves the review as it was', async () => {
    const { courseId } = await courseAt('', 'nothing');
    await inTransaction(db, async (inner) => {
      const { who, actor, id } = await reviewed(inner, courseId);
      await submitProof(inner, actor, id, { kind: 'file', fileKey: 'a'.repeat(64) });
      const [waiting] = (await waitingProofs(inner, 50)).filter(({ personId }) => personId === who.id);
      const decision = {
        claimId: waiting?.id ?? '',
        version: waiting?.version ?? 0,
        proves: 'nothing',
      } as const;
      await decideProof(inner, await moderator(inner), decision, letters);
      expect(await storedReview(inner, id)).toMatchObject({ proof: 'none', state: 'published' });
      expect(await latest(inner, id, actor)).toMatchObject({
        state: 'not-matched',
        why: 'moderator-said-no',
      });
      expect(await forgetEvidence(inner, new Date('2027-01-01'), actor.now)).toEqual([]);
    });
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html>%PDF-'],
    ['four letters', '%PDF'],
  ])('is none when it is %s', async (_what, content) => {
    await expect(keepProofFile(tools.storage, pdf(content))).rejects.toThrow(NoPdf);
  });

  it('is refused when it is too large', async () => {
    await expect(
      keepProofFile(tools.storage, pdf(`%PDF-${'x'.repeat(5 * 1024 * 1024 + 1)}`)),
    ).rejects.toThrow('larger');
  });

  it('goes when its review is withdrawn', async () => {
    const { courseId } = await courseAt('', 'withdrawn');
    await inTransaction(db, async (inner) => {
      const { actor, id } = await reviewed(inner, courseId);
      const fileKey = 'b'.repeat(64);
      await submitProof(inner, actor, id, { kind: 'file', fileKey });
      expect(await forgetEvidence(inner, actor.now, actor.now)).toEqual([]);
      await withdrawReview(inner, actor, { reviewId: id, version: 1, why: '' });
      expect(await forgetEvidence(inner, actor.now, actor.now)).toEqual([fileKey]);
      expect((await waitingProofs(inner, 50)).filter(({ personId }) => personId === actor.id)).toEqual([]);
    });
  });

  it('is handed out and forgotten with the person', async () => {
    const { courseId } = await courseAt('', 'erased');
    await inTransaction(db, async (inner) => {
      const { who, actor, id } = await reviewed(inner, courseId);
      await submitProof(inner, actor, id, { kind: 'page', url: 'https://uni.example/awa' });
      expect(await proofData.export(inner, who.id)).toMatchObject([
        { url: 'https://uni.example/awa', state: 'waiting' },
      ]);
      await proofData.erase(inner, actor, who.id);
      expect(await proofData.export(inner, who.id)).toEqual([]);
    });
  });
});
