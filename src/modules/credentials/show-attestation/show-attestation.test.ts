import { describe, expect, it } from 'vitest';
import { langs } from '../../../platform/i18n/languages.ts';
import { numberFrom } from '../attestation-number.ts';
import { credentialsStage } from '../testing/credentials-stage.ts';

const stage = await credentialsStage();
const awa = await stage.person('Awa');
const number = await stage.issue(awa.id, { personName: 'Awa <i>Diop</i>', hours: 12.5, runTitle: 'Autumn' });

describe('the verification page', () => {
  it('says all of the attestation without an account, and nothing else of the person', async () => {
    const { html, status, headers } = await stage.visitor().get(`/en/attestations/${number}`);
    expect(status).toBe(200);
    for (const words of [
      'This attestation is genuine',
      'Awa &lt;i>Diop&lt;/i>',
      'Bread from flour to oven',
      'Bakery School',
      '12.5 hours',
      '30 November 2026',
      '14 units followed, 5 sets of questions passed and 1 piece of work accepted',
      'Knead dough by hand',
      'E-mail address confirmed',
      'No identity document was checked',
      'Autumn',
      number,
    ])
      expect(html).toContain(words);
    expect(html).not.toContain('awa@example.org');
    expect(html).not.toContain(awa.id);
    expect(html).toContain('name="robots" content="noindex"');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it('speaks the reader’s language, and leaves the course its own', async () => {
    for (const lang of langs) {
      const { html, status } = await stage.visitor().get(`/${lang}/attestations/${number}`);
      expect(status).toBe(200);
      expect(html).toContain('<bdi lang="en">Bakery School</bdi>');
      expect(html).toMatch(/<h1[^>]* lang="en"/);
    }
  });

  it('says no more than was done', async () => {
    const done = { sections: [], units: 3, questionSets: 0, works: 0 };
    const little = await stage.issue(awa.id, { done, identity: 'none', competencies: [] });
    const { html } = await stage.visitor().get(`/fr/attestations/${little}`);
    expect(html).toContain('Attestation de suivi');
    expect(html).not.toContain('réussite');
    expect(html).toContain('Personne n’a vérifié qui a fait le travail.');
    expect(html).not.toContain('Compétences');
  });

  it('is found by a number as people type it', async () => {
    const visitor = stage.visitor();
    const typed = encodeURIComponent(` ${number.toLowerCase().replaceAll('-', ' ')} `);
    expect((await visitor.get(`/en/attestations?number=${typed}`)).path).toBe(`/en/attestations/${number}`);
    const small = await visitor.get(`/en/attestations/${number.toLowerCase()}`);
    expect(small.path).toBe(`/en/attestations/${number}`);
  });

  it('tells a typing error from a number that nobody has', async () => {
    const visitor = stage.visitor();
    const wrong = number.slice(0, -1) + (number.endsWith('2') ? '3' : '2');
    const typo = await visitor.get(`/en/attestations?number=${wrong}`);
    expect(typo.status).toBe(422);
    expect(typo.html).toContain('a character is missing, wrong or in another place');
    const opened = await visitor.get(`/en/attestations/${wrong}`);
    expect(opened.status).toBe(404);
    const unknown = await visitor.get(`/en/attestations/${numberFrom(Buffer.alloc(16, 7))}`);
    expect(unknown.status).toBe(404);
    expect(unknown.html).toContain('No attestation has this number');
    for (const odd of ['x', '%20', encodeURIComponent('<script>alert(1)</script>'), '9'.repeat(3000)]) {
      const shown = await visitor.get(`/en/attestations/${odd}`);
      expect(shown.status).toBe(404);
      expect(shown.html).not.toContain('<script>alert');
    }
  });

  it('stops who guesses, and nobody else', async () => {
    const guesser = stage.visitor();
    const statuses: number[] = [];
    for (let at = 0; at < 40; at += 1)
      statuses.push((await guesser.get(`/en/attestations/${numberFrom(Buffer.alloc(16, at))}`)).status);
    expect(statuses.slice(0, 30).every((status) => status === 404)).toBe(true);
    expect(statuses.slice(30).every((status) => status === 429)).toBe(true);
    expect((await guesser.get(`/en/attestations/${number}/attestation.pdf`)).status).toBe(429);
    expect((await stage.visitor().get(`/en/attestations/${number}`)).status).toBe(200);
    stage.clock.forward(601);
    expect((await guesser.get(`/en/attestations/${number}`)).status).toBe(200);
  });

  it('says that a sample is one', async () => {
    const sample = await stage.issue(awa.id, { isSample: true });
    const { html } = await stage.visitor().get(`/en/attestations/${sample}`);
    expect(html).toContain('Nobody earned it');
    expect(html).not.toContain('genuine');
  });
});
