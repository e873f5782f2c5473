import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ArcProgress } from './arc-progress.tsx';
import { BarList } from './bar-list.tsx';
import { ColumnChart, LineChart } from './chart.tsx';
import { chartSize, roundTicks } from './chart-scale.ts';
import { Histogram } from './histogram.tsx';
import { Progress } from './progress.tsx';
import { RunTimeline } from './run-timeline.tsx';
import { insidePlane, placeLabels, timelineBars, timelineSize } from './run-timeline-layout.ts';
import { kit } from './testing/kit.ts';

const { fr, ar } = kit;

describe('the scale of a chart', () => {
  it('goes in round steps from nothing to more than the greatest', () => {
    expect(roundTicks(262)).toEqual([0, 100, 200, 300]);
    expect(roundTicks(0.7)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    expect(roundTicks(0)).toEqual([0, 1]);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (max) => {
        const ticks = roundTicks(max);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max * 0.999999);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('charts', () => {
  const chart = {
    label: 'Deux fois plus',
    axis: 'Mois',
    places: ['janv.', '<b>'],
    series: [{ name: 'Inscrits', values: [1200, null] }],
  };

  it('carry their figures behind them, what is missing as a dash', () => {
    const html = renderToString(<LineChart t={fr} {...chart} />);
    expect(html).toContain('<td class="numeric">1\u202f200</td>');
    expect(html).toContain('<th scope="row">&lt;b></th><td class="numeric">–</td>');
    expect(html).toMatch(/<svg class="drawing"[^>]* aria-hidden="true"/);
  });

  it('run from the right in Arabic', () => {
    const middle = (html: string) => Number(/<circle cx="([\d.]+)"/.exec(html)?.[1]);
    const left = middle(renderToString(<LineChart t={fr} {...chart} />));
    const right = middle(renderToString(<LineChart t={ar} {...chart} />));
    expect(left).toBeLessThan(chartSize.width / 2);
    expect(left + right).toBeCloseTo(chartSize.width, 1);
  });

  it('draw no column for nothing, and stand an empty series', () => {
    const none = { ...chart, series: [{ name: 'Inscrits', values: [0, null] }] };
    expect(renderToString(<ColumnChart t={fr} {...none} />)).not.toMatch(/<rect|NaN/);
    expect(renderToString(<LineChart t={fr} {...chart} places={[]} series={[]} />)).not.toContain('NaN');
  });
});

describe('bars and arcs', () => {
  it('give each star its share of all opinions, and nothing where there is none', () => {
    const html = renderToString(<Histogram t={fr} label="Les avis" counts={[0, 0, 0, 25, 75]} />);
    expect(html).toContain('<rect width="75%"');
    expect(html).toContain('<rect width="25%"');
    expect(html.match(/class="off"/g)).toHaveLength(5);
    expect(html.match(/<rect /g)).toHaveLength(7);
    expect(renderToString(<Histogram t={fr} label="Les avis" counts={[0, 0, 0, 0, 0]} />)).not.toContain(
      'NaN',
    );
  });

  it('keep the smallest count visible', () => {
    const items = [
      { label: 'a', value: 10_000 },
      { label: 'b', value: 1 },
    ];
    expect(renderToString(<BarList t={fr} label="x" items={items} />)).toContain('width="2%"');
  });

  it('say progress in words and never more than all of it', () => {
    expect(renderToString(<ArcProgress t={fr} value={142} label="x" />)).toContain(
      'stroke-dasharray="100 200"',
    );
    expect(renderToString(<ArcProgress t={fr} value={0} label="x" />)).not.toContain('class="on"');
    const html = renderToString(<Progress t={fr} label="Import" value={999} max={1000} left="2 minutes" />);
    expect(html).toMatch(/<span>99\s%</);
    expect(html).toContain('2 minutes');
    expect(renderToString(<Progress t={fr} label="Import" value={0} max={0} />)).toContain('value="0"');
  });
});

describe('RunTimeline', () => {
  const runs = [
    { start: '2025-01-13', end: '2025-02-10', state: 'past', when: 'janv. 2025', what: 'finie' },
    { start: '2026-01-12', end: '2026-02-09', state: 'next', when: '12 janv. 2026', what: 'ouverte' },
    { start: '2026-09-07', state: 'expected', when: 'sept. ? probable', what: 'probable' },
  ] as const;

  it('puts runs as far apart as they are in the year, today between them', () => {
    const { items, today } = timelineBars(runs, '2025-11-24', 'ltr');
    const [past, next, expected] = items.map((bar) => bar.x);
    expect(past).toBeLessThan(today);
    expect(today).toBeLessThan(next ?? 0);
    expect((next ?? 0) - (past ?? 0)).toBeGreaterThan((expected ?? 0) - (next ?? 0));
    const mirrored = timelineBars(runs, '2025-11-24', 'rtl');
    expect(mirrored.today).toBeCloseTo(timelineSize.width - today, 0);
    expect(mirrored.items[0]?.x).toBeGreaterThan(mirrored.items[2]?.x ?? Infinity);
  });

  it('keeps a word at the edge whole', () => {
    const half = timelineSize.width - insidePlane(timelineSize.width, 'aujourd’hui');
    expect(half).toBeGreaterThan(30);
    expect(insidePlane(0, 'aujourd’hui')).toBeCloseTo(half, 1);
    expect(insidePlane(200, 'aujourd’hui')).toBe(200);
  });

  it('never lets labels run into each other, and drops the oldest first', () => {
    const crowd = Array.from({ length: 12 }, (_, place) => ({
      start: `2025-${String(place + 1).padStart(2, '0')}-05`,
      state: place === 11 ? ('next' as const) : ('past' as const),
      when: `le 5 du mois ${place + 1}`,
      what: '',
    }));
    const labels = placeLabels(timelineBars(crowd, '2025-11-24', 'ltr').items);
    expect(labels.length).toBeLessThan(12);
    expect(labels.map((label) => label.text)).toContain('le 5 du mois 12');
    for (const y of new Set(labels.map((label) => label.y))) {
      const row = labels
        .filter((label) => label.y === y)
        .map((label) => label.x)
        .sort((a, b) => a - b);
      row.slice(1).forEach((x, at) => expect(x - (row[at] ?? 0)).toBeGreaterThan(60));
    }
  });

  it('says the same in a table', () => {
    const html = renderToString(<RunTimeline t={fr} label="Les sessions" runs={runs} today="2025-11-24" />);
    expect(html).toContain('<th scope="row">sept. ? probable</th><td>probable</td>');
    expect(html).toContain('aujourd’hui');
    expect(renderToString(<RunTimeline t={fr} label="x" runs={[]} today="2025-11-24" />)).not.toMatch(
      /NaN|Infinity/,
    );
  });
});
