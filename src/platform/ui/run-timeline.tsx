import { ChartFrame } from './chart-frame.tsx';
import {
  insidePlane,
  placeLabels,
  type TimelineBar,
  timelineBars,
  type TimelineRun,
  timelineSize,
  timelineTicks,
} from './run-timeline-layout.ts';
import type { Translator } from '../i18n/translator.ts';

export interface RunTimelineProps {
  readonly t: Translator;
  /** "Past runs, the next one and the one after it as foretold". */
  readonly label: string;
  readonly runs: readonly TimelineRun[];
  /** ISO date. */
  readonly today: string;
}

/** The runs of a course on one line of time, as far apart as they are in the year. */
export function RunTimeline({ t, label, runs, today }: RunTimelineProps) {
  const bars = timelineBars(runs, today, t.dir);
  const now = bars.today;
  return (
    <ChartFrame
      t={t}
      label={label}
      columns={[{ label: t('ui.runs.when') }, { label: t('ui.runs.what') }]}
      rows={runs.map((run) => [run.when, run.what])}
    >
      <svg
        class="drawing runs"
        viewBox={`0 0 ${timelineSize.width} ${timelineSize.height}`}
        aria-hidden="true"
      >
        <path class="rule" d={`M4 ${timelineSize.axis}H${timelineSize.width - 4}`} />
        {timelineTicks(t, bars).map((tick) => (
          <g key={tick.x}>
            <path class="rule" d={`M${tick.x} ${timelineSize.axis + 18}v6`} />
            <text x={tick.x} y={timelineSize.height - 6} text-anchor="middle">
              {tick.label}
            </text>
          </g>
        ))}
        {bars.items.map((bar) => (
          <RunBar key={bar.run.start} bar={bar} />
        ))}
        <g class="today">
          <path d={`M${now} ${timelineSize.axis - 18}v44`} />
          <text x={insidePlane(now, t('ui.today'))} y={timelineSize.height - 6} text-anchor="middle">
            {t('ui.today')}
          </text>
        </g>
        {placeLabels(bars.items).map((placed) => (
          <text key={placed.text} class={placed.state} x={placed.x} y={placed.y} text-anchor="middle">
            {placed.text}
          </text>
        ))}
      </svg>
    </ChartFrame>
  );
}

function RunBar({ bar }: { readonly bar: TimelineBar }) {
  return (
    <rect class={bar.run.state} x={bar.x} y={timelineSize.axis - 11} width={bar.width} height="22" rx="7" />
  );
}
