import { expect, it, vi } from 'vitest';
import { typeset } from './typeset.ts';

const template = String.raw`
#let data = json(bytes(sys.inputs.data))
#set document(title: data.text)
#set text(font: "Bricolage Grotesque")
#data.text`;
const at = new Date('2026-12-01T09:00:00Z');

it('sets the same bytes for the same document, also after others', async () => {
  const first = await typeset({ template, data: { text: 'Attestation' }, at });
  await Promise.all(['two', 'three'].map((text) => typeset({ template, data: { text }, at })));
  const again = await typeset({ template, data: { text: 'Attestation' }, at });
  expect(first.pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(first.pdf.equals(again.pdf)).toBe(true);
  expect(first.pages).toBe(1);
  expect(first.pdf.toString('latin1')).toContain('BricolageGrotesque');
});

it('takes texts as texts, in any script', async () => {
  for (const text of ['#panic("no") $x$ *bold* \\', '"], "x": #', 'ꦗꦮ 𐤀𐤁 🙂 \u0000 \u202e', 'ا'.repeat(3000)])
    expect((await typeset({ template, data: { text }, at })).pdf.length).toBeGreaterThan(500);
});

it('reads no file, fetches no package, and goes on after a failure', async () => {
  for (const wrong of [
    '#read("/etc/passwd")',
    '#read("../../../../etc/passwd")',
    '#image("/etc/hostname")',
    '#panic("why")',
    '#import "@preview/example:0.1.0": *',
  ])
    await expect(typeset({ template: wrong, data: {}, at })).rejects.toThrow('cannot be set');
  expect((await typeset({ template, data: { text: 'after' }, at })).pages).toBe(1);
});

it('leaves the process free while it works', async () => {
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 1);
  await typeset({
    template: `${template}\n#for i in range(400) [ #lorem(200) \n\n ]`,
    data: { text: 'long' },
    at,
  });
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(5);
});

it('waits for a document as long as others before it keep coming', async () => {
  await typeset({ template: 'first', data: {}, at: new Date(0) });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const [one, other] = ['one', 'other'].map((template) => typeset({ template, data: {}, at: new Date(0) }));
    vi.advanceTimersByTime(29_000);
    await one;
    vi.advanceTimersByTime(2000);
    expect((await other)?.pages).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});
