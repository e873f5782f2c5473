import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { CourseCover } from './course-cover.tsx';
import { scenes } from './cover-scenes.tsx';
import { seedOf } from './seed.ts';

const cover = (seed: string, hue = 192) => renderToString(<CourseCover seed={seed} hue={hue} />);

describe('CourseCover', () => {
  it('is the same picture for the same course, for ever', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 0, max: 359 }),
        (seed, hue) => cover(seed, hue) === cover(seed, hue),
      ),
    );
    // The published value of FNV-1a for this text: another one would redraw every cover.
    expect(seedOf('foobar')).toBe(0xbf9cf968);
  });

  it('differs between courses and between subjects', () => {
    const pictures = new Set(Array.from({ length: 200 }, (_, place) => cover(`course-${place}`)));
    expect(pictures.size).toBe(200);
    expect(cover('course-1', 30)).not.toBe(cover('course-1', 200));
  });

  it('is well formed, drawn in hex colours and small, whatever the seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -400, max: 800 }), (seed, hue) => {
        const svg = cover(seed, hue);
        expect(svg).not.toMatch(/NaN|undefined|Infinity|\sstyle=/);
        expect(svg.match(/fill="[^"]*"/g)?.every((each) => /"(#[0-9a-f]{6}|none)"/.test(each))).toBe(true);
        expect(svg.length).toBeLessThan(12_000);
      }),
    );
  });

  it('uses every scene', () => {
    const used = new Set(
      Array.from({ length: 100 }, (_, place) => seedOf(`course-${place}`) % scenes.length),
    );
    expect(used.size).toBe(scenes.length);
  });
});
