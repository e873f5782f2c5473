import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../../platform/config/project-root.ts';
import { historyOf } from '../../edit-block/block.queries.ts';
import { readCaptions } from '../captions/read-captions.ts';
import { captionStage, stampIn, upload, vtt } from '../testing/caption-stage.ts';

const stage = await captionStage();
const { ada, tom, film: made, tracksOf } = stage;

describe('the editor', () => {
  const lines = (...given: [number | 'new', string, string, string][]) =>
    Object.fromEntries(
      given.flatMap(([at, start, end, text]) => [
        [`start-${at}`, start],
        [`end-${at}`, end],
        [`text-${at}`, text],
      ]),
    );

  it('begins with an empty line, and writes what is typed', async () => {
    const { id, at } = await made();
    const answer = await upload(tom.browser, at('/captions'), { lang: 'es', do: 'begin' });
    const { html } = await tom.browser.get(answer.to);
    expect(html).toContain('New line');
    const shown = await tom.browser.post(at('/captions/es'), {
      was: stampIn(html),
      do: 'save',
      ...lines(['new', '0:01', '0:02', 'Hola < & >']),
    });
    expect(shown.html).toContain('The captions are saved.');
    expect(shown.html).toContain('Hola &lt; &amp; ></textarea>');
    expect(readCaptions((await tracksOf(id))[0]?.vtt ?? '').cues).toEqual([
      { start: 1000, end: 2000, text: 'Hola &lt; &amp; &gt;' },
    ]);
  });

  it('splits, joins, removes and moves lines', async () => {
    const { id, at } = await made([{ lang: 'fr', vtt: vtt('un deux', 'trois', 'quatre') }]);
    const cues = async () => readCaptions((await tracksOf(id))[0]?.vtt ?? '').cues;
    const press = async (deed: string, more = {}) => {
      const { html } = await ada.browser.get(at('/captions/fr'));
      return ada.browser.post(at('/captions/fr'), { was: stampIn(html), do: deed, ...more });
    };
    await press('split:0', { letters: '2', now: '0.4' });
    expect((await cues()).map((cue) => [cue.start, cue.end, cue.text]).slice(0, 2)).toEqual([
      [0, 400, 'un'],
      [400, 1000, 'deux'],
    ]);
    await press('merge:0');
    expect((await cues())[0]).toMatchObject({ text: 'un\ndeux', end: 1000 });
    await press('remove:1');
    expect((await cues()).map((cue) => cue.text)).toEqual(['un\ndeux', 'quatre']);
    await press('shift', { shift: '1,5', from: '2' });
    expect((await cues()).map((cue) => cue.start)).toEqual([0, 5500]);
    await press('anything:0');
    await press('split:99999');
    expect(await cues()).toHaveLength(2);
  });

  it('shows what was typed with what is wrong, and writes nothing', async () => {
    const { id, at } = await made([{ lang: 'fr', vtt: vtt('un', 'deux') }]);
    const before = await tracksOf(id);
    const { html } = await ada.browser.get(at('/captions/fr'));
    const shown = await ada.browser.post(at('/captions/fr'), {
      was: stampIn(html),
      ...lines([0, 'soon', '1', 'changed'], [1, '2', '1', 'also']),
    });
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('1: write the beginning as 00:01:02.500.');
    expect(shown.html).toContain('2: it ends before it begins.');
    expect(shown.html).toContain('changed</textarea>');
    expect(await tracksOf(id)).toEqual(before);
  });

  it('never writes over what somebody else saved meanwhile', async () => {
    const { id, at } = await made([{ lang: 'fr', vtt: vtt('un', 'deux') }]);
    const { html } = await ada.browser.get(at('/captions/fr'));
    await tom.browser.post(at('/captions/fr'), { was: stampIn(html), ...lines([0, '0', '1', 'Toms']) });
    const shown = await ada.browser.post(at('/captions/fr'), {
      was: stampIn(html),
      ...lines([1, '2', '3', 'Adas']),
    });
    expect(shown.status).toBe(409);
    expect(shown.html).toContain('Toms</textarea>');
    expect(shown.html).toMatch(/2 --> 3\s+Adas/);
    expect(readCaptions((await tracksOf(id))[0]?.vtt ?? '').cues.map((cue) => cue.text)).toEqual([
      'Toms',
      'deux',
    ]);
    // captions of another language are nobody's hindrance
    await upload(tom.browser, at('/captions'), { lang: 'en', do: 'import' }, vtt('x'));
    const fresh = await ada.browser.get(at('/captions/fr'));
    await upload(tom.browser, at('/captions'), { lang: 'en', do: 'import' }, vtt('y'));
    expect(
      (
        await ada.browser.post(at('/captions/fr'), {
          was: stampIn(fresh.html),
          ...lines([1, '2', '3', 'Adas']),
        })
      ).status,
    ).toBe(200);
  });

  it('saves by itself, as one entry of the history, and says when it cannot', async () => {
    const { id, at } = await made([{ lang: 'fr', vtt: vtt('un', 'deux') }]);
    let was = stampIn((await ada.browser.get(at('/captions/fr'))).html);
    for (const text of ['u', 'uni', 'unique']) {
      const answer = await ada.browser.sendForm(at('/captions/fr/autosave'), {
        was,
        ...lines([0, '0', '1', text]),
      });
      const said = (await answer.json()) as { saved: boolean; was: string; sameOrder: boolean };
      expect(said).toMatchObject({ saved: true, sameOrder: true });
      was = said.was;
    }
    expect(readCaptions((await tracksOf(id))[0]?.vtt ?? '').cues[0]?.text).toBe('unique');
    expect(await historyOf(stage.db, id, 'b1', 10)).toHaveLength(1);
    const faulty = await ada.browser.sendForm(at('/captions/fr/autosave'), {
      was,
      ...lines([0, 'x', '1', 'y']),
    });
    expect(await faulty.json()).toMatchObject({ saved: false });
    const moved = await ada.browser.sendForm(at('/captions/fr/autosave'), {
      was,
      ...lines([0, '9', '10', 'unique']),
    });
    expect(await moved.json()).toMatchObject({ saved: true, sameOrder: false });
    const stale = await ada.browser.sendForm(at('/captions/fr/autosave'), {
      was,
      ...lines([0, '0', '1', 'y']),
    });
    expect(stale.status).toBe(409);
  });

  it('finds words in many lines, a page at a time', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `Ligne été ${at}`);
    const { at } = await made([
      { lang: 'fr', vtt: vtt(...many.slice(0, 29)) },
      {
        lang: 'en',
        vtt: `WEBVTT\n\n${many.map((line, n) => `${n}:00.000 --> ${n}:01.000\n${line}`).join('\n\n')}`,
      },
    ]);
    const first = await ada.browser.get(at('/captions/en'));
    expect(first.html.split('<li class="caption-line"')).toHaveLength(26);
    expect(first.html).not.toContain('New line');
    const last = await ada.browser.get(at('/captions/en?page=3'));
    expect(last.html).toContain('New line');
    expect(last.html).toContain('Ligne été 59');
    const found = await ada.browser.get(at('/captions/en?q=ETE+59'));
    expect(found.html).toContain('1 line found');
    expect(found.html).toContain('id="text-59"');
    expect((await ada.browser.get(at('/captions/en?page=99&q=nothing'))).html).toContain('0 lines found');
  });

  it('is not found for a film that is none, or a language that is none', async () => {
    const { id, at } = await made();
    expect((await ada.browser.get(`/en/teach/courses/${id}/films/nothing`)).status).toBe(404);
    expect((await ada.browser.get(`/en/teach/courses/${id}/films/nothing/captions/fr`)).status).toBe(404);
    expect((await ada.browser.get(at('/captions/%3Cb%3E'))).status).toBe(404);
  });
});

const real = join(
  projectRoot(),
  '../shared/data/courses/captions/48c991fb-083c-45e1-adad-930d2b11b11e-es.srt',
);
it.skipIf(!existsSync(real))(
  'an hour of real captions is imported and edited (skipped where ../shared/data is absent)',
  async () => {
    const { id, at } = await made();
    const answer = await upload(
      ada.browser,
      at('/captions'),
      { lang: 'es', do: 'import' },
      readFileSync(real),
    );
    expect(answer.status).toBe(303);
    const cues = readCaptions((await tracksOf(id))[0]?.vtt ?? '').cues.length;
    expect(cues).toBeGreaterThan(1000);
    const page = await ada.browser.get(`${answer.to}?page=40`);
    const place = /id="text-(\d+)"/.exec(page.html)?.[1] ?? '';
    await ada.browser.post(at('/captions/es?page=40'), { was: stampIn(page.html), do: `remove:${place}` });
    expect(readCaptions((await tracksOf(id))[0]?.vtt ?? '').cues).toHaveLength(cues - 1);
  },
);
