import { ArcProgress } from '../arc-progress.tsx';
import { Avatar } from '../avatar.tsx';
import { BarList } from '../bar-list.tsx';
import { Card } from '../card.tsx';
import { ColumnChart, LineChart } from '../chart.tsx';
import { CourseCover } from '../course-cover.tsx';
import { DataTable } from '../data-table.tsx';
import { Definitions } from '../definitions.tsx';
import { Histogram } from '../histogram.tsx';
import { Prose } from '../prose.tsx';
import { RunTimeline } from '../run-timeline.tsx';
import { Steps } from '../steps.tsx';
import { Tabs } from '../tabs.tsx';
import { Way } from '../way.tsx';
import type { Setting, Specimen } from './specimen.ts';

const runDates = [
  { start: '2025-01-13', end: '2025-02-10', state: 'past' },
  { start: '2025-09-08', end: '2025-10-06', state: 'past' },
  { start: '2026-01-12', end: '2026-02-09', state: 'next' },
  { start: '2026-09-07', state: 'expected' },
] as const;

const cards = ({ say }: Setting) => (
  <div class="grid">
    {[192, 28, 262].map((hue, place) => (
      <Card
        key={hue}
        eyebrow={say.facet}
        title={say.titles[place] ?? say.title}
        href="#card"
        cover={<CourseCover seed={`sample-${hue}`} hue={hue} />}
      >
        <p class="small soft">{say.within}</p>
      </Card>
    ))}
    <Card title={say.title} actions={<a href="#more">{say.why}</a>}>
      <p>{say.lead}</p>
    </Card>
  </div>
);

const moving = ({ t, say }: Setting) => (
  <div class="stack">
    <Steps
      t={t}
      label={say.caption}
      items={say.steps.map((label, place) => ({
        label,
        state: place < 2 ? 'done' : place === 2 ? 'current' : 'todo',
      }))}
    />
    <Tabs
      t={t}
      label={say.title}
      items={say.columns.map((label, place) => ({
        label,
        href: `#tab-${place}`,
        current: place === 1,
        count: place * 12,
      }))}
    />
    <Way
      label={say.caption}
      stations={say.steps.map((title) => ({ title, note: say.effort, href: '#way' }))}
    />
    <div class="row">
      <Avatar name={say.person} />
      <span>{say.person}</span>
      <Avatar name="王小明" />
      <span lang="zh">王小明</span>
      <Avatar name="Ana" large />
    </div>
  </div>
);

const figures = ({ t, say }: Setting) => (
  <div class="stack">
    <div class="row">
      <ArcProgress t={t} value={42} label={`${say.title}: ${t.percent(42)}`} />
      <ArcProgress t={t} value={86} label={`${say.title}: ${t.percent(86)}`} large />
    </div>
    <Histogram t={t} label={say.note} counts={[2, 2, 6, 16, 64]} />
    <BarList
      t={t}
      label={say.facet}
      items={say.facets
        .slice(0, 4)
        .map((label, place) => ({ label, value: [1048, 305, 214, 7][place] ?? 0, href: '#bar' }))}
    />
    <RunTimeline
      t={t}
      label={say.caption}
      today="2025-11-24"
      runs={runDates.map((run, place) => ({
        ...run,
        when: say.runs[place] ?? '',
        what: say.states[place] ?? '',
      }))}
    />
  </div>
);

const charts = ({ t, say }: Setting) => (
  <div class="stack">
    <LineChart
      t={t}
      label={say.finding}
      axis={say.columns[0] ?? ''}
      places={say.months}
      series={[
        { name: say.series[0] ?? '', values: [120, 134, 128, 170, 190, null, 236, 262] },
        { name: say.series[1] ?? '', values: [40, 42, 61, 58, 74, 80, 78, 97] },
      ]}
    />
    <ColumnChart
      t={t}
      label={say.finding}
      axis={say.columns[0] ?? ''}
      places={say.months}
      series={[{ name: say.series[0] ?? '', values: [1200, 1340, 1280, 1700, 1900, 2110, 2360, 2620] }]}
    />
  </div>
);

const tables = ({ t, say }: Setting) => {
  const columns = say.columns.map((label, place) => ({ label, numeric: place > 0 }));
  return (
    <div class="stack">
      <DataTable
        t={t}
        caption={say.caption}
        columns={columns}
        rows={[
          [say.platform, t.number(974), t.number(12), t.number(0)],
          [say.provider, t.number(250_000), t.number(249_880), t.number(120)],
        ]}
      />
      <DataTable t={t} caption={`${say.caption} (0)`} columns={columns} rows={[]} />
      <Definitions items={say.prices.map(([term, value]) => ({ term, value }))} />
    </div>
  );
};

const prose = ({ say }: Setting) => (
  <Prose>
    <h3>{say.title}</h3>
    <p>
      {say.lead} <a href="#prose">{say.why}</a>
    </p>
    <ul>
      {say.answers.map((answer) => (
        <li key={answer}>{answer}</li>
      ))}
    </ul>
    <blockquote>
      <p>{say.started}</p>
    </blockquote>
    <p>
      <code>npm start</code>
    </p>
  </Prose>
);

export const contentSpecimens: readonly Specimen[] = [
  { name: 'Card, CourseCover', draw: cards },
  { name: 'Steps, Tabs, Way, Avatar', draw: moving },
  { name: 'ArcProgress, Histogram, BarList, RunTimeline', draw: figures },
  { name: 'LineChart, ColumnChart', draw: charts },
  { name: 'DataTable, Definitions', draw: tables },
  { name: 'Prose', draw: prose },
];
