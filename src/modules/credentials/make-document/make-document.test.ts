import { describe, expect, it } from 'vitest';
import { langs } from '../../../platform/i18n/languages.ts';
import { typeset } from '../../../platform/documents/typeset.ts';
import { numberFrom } from '../attestation-number.ts';
import { credentialsMessages } from '../messages/index.ts';
import { attested } from '../testing/attested.ts';
import { credentialsStage } from '../testing/credentials-stage.ts';
import { attestationTemplate } from './attestation-template.ts';
import { documentData } from './document-data.ts';

const stage = await credentialsStage();
const awa = await stage.person('Awa');

/** In every language: "à distance", "a distancia", "remote"... An attestation never says where somebody learned. */
const distance =
  /distan[czt]|remote|online|en ligne|en línea|a distância|дистанц|удал[её]нн|онлайн|远程|遠程|遥距|在线|网络课程|عن[\s\u00a0]*بُ?عد|عبر الإنترنت/iu;

const scene = (lang: (typeof langs)[number]) => ({
  t: stage.tools.translators[lang],
  siteName: 'Passerelle',
  address: `https://courses.example.org/${lang}/attestations/K7WQ`,
  number: 'K7WQ',
  issuedOn: '2026-12-01',
  lacksFonts: true,
  isSample: true,
});
const many = (text: string, count: number) => Array.from({ length: count }, (_, at) => `${text} ${at}`);

describe('the word for learning far away', () => {
  it('stands in no message, in no language', () => {
    for (const lang of langs) expect(JSON.stringify(credentialsMessages[lang])).not.toMatch(distance);
  });

  it('stands on no document', () => {
    for (const lang of langs) {
      const data = documentData({ ...attested(awa.id), runTitle: 'Autumn' }, scene(lang));
      expect(JSON.stringify({ ...data, qr: '' })).not.toMatch(distance);
    }
    expect(attestationTemplate).not.toMatch(distance);
  });

  it('would be seen', () => {
    for (const words of ['formation à distance', 'a distancia', 'дистанционно', '远程', 'عن بُعد', 'عن بعد'])
      expect(words).toMatch(distance);
  });
});

describe('the document', () => {
  it.each([
    ['an ordinary one', {}],
    [
      'the least',
      { providers: [], competencies: [], done: { sections: [], units: 0, questionSets: 0, works: 0 } },
    ],
    [
      'the most',
      {
        personName: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(4).trim(),
        courseTitle: 'A title that goes on and on and on '.repeat(14).trim(),
        providers: many('University of a very long name', 10),
        runTitle: 'R'.repeat(300),
        done: { sections: many('Section '.repeat(40), 60), units: 400, questionSets: 90, works: 12 },
        competencies: many('Competency '.repeat(40), 100),
      },
    ],
    ['Arabic', { personName: 'أوا ديوب', courseTitle: 'إدارة مشروع', courseLang: 'ar' }],
    ['Chinese', { personName: '欧阳娜娜', courseTitle: '项目管理', courseLang: 'zh-Hans' }],
    ['scripts of few machines', { personName: '𞤀𞤁𞤂 ᠮᠣᠩᠭᠣᠯ ܐܪܡܝܐ ꦗꦮ', courseTitle: 'ခဲမှုန့် #panic() $x$ \\' }],
  ])('is one page: %s', async (_what, more) => {
    for (const lang of ['en', 'ar', 'zh'] as const) {
      const data = documentData({ ...attested(awa.id), ...more }, scene(lang));
      const { pages } = await typeset({ template: attestationTemplate, data, at: new Date(0) });
      expect(pages).toBe(1);
    }
  });

  it('is for everybody who has the number, the same bytes each time, made once', async () => {
    const number = await stage.issue(awa.id);
    const first = await stage.visitor().send(`/en/attestations/${number}/attestation.pdf`, {});
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('application/pdf');
    expect(first.headers.get('x-robots-tag')).toBe('noindex');
    expect(first.headers.get('content-disposition')).toBe(`attachment; filename="attestation-${number}.pdf"`);
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBe(Number(first.headers.get('content-length')));
    const again = await stage.visitor().send(`/en/attestations/${number}/attestation.pdf`, {});
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
    const etag = first.headers.get('etag') ?? '';
    const cached = await stage
      .visitor()
      .send(`/en/attestations/${number}/attestation.pdf`, { headers: { 'if-none-match': etag } });
    expect(cached.status).toBe(304);
    const french = await stage.visitor().send(`/fr/attestations/${number}/attestation.pdf`, {});
    expect(french.headers.get('etag')).not.toBe(etag);
    const files = [];
    for await (const file of stage.tools.storage.list()) files.push(file.key);
    expect(files).toHaveLength(2);
  });

  it('comes at once for many who ask for the first time together', async () => {
    const number = await stage.issue(awa.id);
    const all = await Promise.all(
      Array.from({ length: 5 }, () => stage.visitor().send(`/es/attestations/${number}/attestation.pdf`, {})),
    );
    const bodies = await Promise.all(all.map(async (each) => Buffer.from(await each.arrayBuffer())));
    expect(new Set(bodies.map((body) => body.toString('base64'))).size).toBe(1);
  });

  it('leads to the page for a number that nobody has', async () => {
    const number = numberFrom(Buffer.alloc(16, 3));
    const { path, status } = await stage.visitor().get(`/en/attestations/${number}/attestation.pdf`);
    expect([path, status]).toEqual([`/en/attestations/${number}`, 404]);
  });
});
