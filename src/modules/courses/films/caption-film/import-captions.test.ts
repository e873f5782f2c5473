import { describe, expect, it } from 'vitest';
import { historyOf } from '../../edit-block/block.queries.ts';
import { readCaptions } from '../captions/read-captions.ts';
import { captionStage, upload, vtt } from '../testing/caption-stage.ts';

const stage = await captionStage();
const { ada, ben, rita, tom, film: made, tracksOf } = stage;

describe('a caption file', () => {
  it('becomes the captions of its language, and what was wrong with it is told', async () => {
    const { id, at } = await made();
    const srt =
      '2\n00:00:05,000 --> 00:00:06,000\n<font>B</font>\n\n1\n00:00:01,000 --> 00:00:02,000\nA<script>x</script>\n';
    const answer = await upload(
      tom.browser,
      at('/captions'),
      { lang: 'pt-BR', kind: 'captions', do: 'import' },
      srt,
    );
    expect(answer.status).toBe(303);
    const { html } = await tom.browser.get(answer.to);
    expect(html).toContain('2 lines imported.');
    expect(html).toContain('in the order of their times');
    expect(html).toContain('colours that captions do not have');
    const [track] = await tracksOf(id);
    expect(track).toMatchObject({ lang: 'pt-BR', kind: 'captions' });
    expect(readCaptions(track?.vtt ?? '').cues.map((cue) => cue.text)).toEqual(['Ax', 'B']);
    // once more in the same language: it takes the place of the first, which stays in the block's history
    await upload(tom.browser, at('/captions'), { lang: 'pt-BR', do: 'import' }, vtt('new'));
    expect(await tracksOf(id)).toHaveLength(1);
    expect((await historyOf(stage.db, id, 'b1', 10)).length).toBeGreaterThan(0);
  });

  it('comes back as it went: WebVTT and SubRip', async () => {
    const { id, at } = await made();
    await upload(ada.browser, at('/captions'), { lang: 'fr', do: 'import' }, vtt('Un', '<i>Deux</i>'));
    const sent = await ada.browser.get(`/course-captions/${id}/draft/b1/0.vtt`);
    expect(readCaptions(sent.html).cues).toHaveLength(2);
    expect((await ada.browser.get(`/course-captions/${id}/draft/b1/0.srt`)).html).toContain('<i>Deux</i>');
  });

  it('is refused when there is none, when it holds none, and when it is too large', async () => {
    const { id, at } = await made();
    const fields = { lang: 'fr', do: 'import' };
    for (const [body, status, sentence, more] of [
      [undefined, 422, 'Choose a caption file first.', {}],
      ['', 422, 'Choose a caption file first.', {}],
      ['I am a letter.', 422, 'No captions could be read', {}],
      ['x'.repeat(4_100_000), 413, 'too large', {}],
      [vtt('x'), 422, 'Choose the language.', { lang: '"><script>' }],
    ] as const) {
      const answer = await upload(ada.browser, at('/captions'), { ...fields, ...more }, body);
      expect([answer.status, answer.html.includes(sentence)]).toEqual([status, true]);
    }
    expect(await tracksOf(id)).toEqual([]);
  });

  it('is for those who write or translate the course', async () => {
    const { id, at } = await made([{ lang: 'fr', vtt: vtt('Un') }]);
    for (const [who, status] of [
      [rita, 403],
      [ben, 404],
    ] as const) {
      expect(
        (await upload(who.browser, at('/captions'), { lang: 'en', do: 'import' }, vtt('x'))).status,
      ).toBe(status);
      expect((await who.browser.post(at('/captions/fr/remove'))).status).toBe(status);
      expect((await who.browser.get(at('/captions/fr'))).status).toBe(status);
      expect((await who.browser.post(at('/captions/fr'), { was: '' })).status).toBe(status);
      expect((await who.browser.post(at('/captions/fr/autosave'), { was: '' })).status).toBe(status);
    }
    expect((await rita.browser.get(at())).status).toBe(200);
    expect((await stage.visitor().get(at('/captions/fr'))).path).toContain('/sign-in');
    expect(await tracksOf(id)).toHaveLength(1);
  });

  it('goes with a button, and only where it is', async () => {
    const { id, at } = await made([
      { lang: 'fr', vtt: vtt('Un') },
      { lang: 'fr', kind: 'chapters', vtt: vtt('Début') },
    ]);
    await ada.browser.post(at('/captions/fr/remove'), { kind: 'chapters' });
    expect((await tracksOf(id)).map((track) => track.kind)).toEqual(['captions']);
    expect((await ada.browser.post(at('/captions/fr/remove'), { kind: 'chapters' })).status).toBe(404);
    expect((await ada.browser.post(at('/captions/en/remove'))).status).toBe(404);
    expect((await ada.browser.post(at('/captions/%22x/remove'))).status).toBe(404);
  });
});
