import type { ComponentChildren } from 'preact';
import { ChartFrame } from './chart-frame.tsx';
import { alongReading, chartSize, roundTicks, tenth } from './chart-scale.ts';
import { textWidth } from './text-width.ts';
import type { Translator } from '../i18n/translator.ts';

export interface ChartProps {
  readonly t: Translator;
  /** What is shown, as a sentence. */
  readonly label: string;
  /** Heads the first column of the table behind ("month"). */
  readonly axis: string;
  /** One name a place on the axis. */
  readonly places: readonly string[];
  /** At most three; `null` where nothing was measured. */
  readonly series: readonly ChartSeries[];
  readonly format?: ((value: number) => string) | undefined;
}

export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

const { width, height } = chartSize;
const box = { left: 52, right: width - 8, top: 14, bottom: height - 32 };

/** Values over an axis as lines. */
export function LineChart(props: ChartProps) {
  return <Chart {...props} draw={lines} />;
}

/** Values over an axis as columns, side by side where there are several series. */
export function ColumnChart(props: ChartProps) {
  return <Chart {...props} draw={columns} />;
}

interface Plane {
  readonly count: number;
  /** Middle of a place on the axis. */
  x(place: number): number;
  y(value: number): number;
}

type Draw = (series: readonly ChartSeries[], plane: Plane) => ComponentChildren;

function Chart({ t, label, axis, places, series, format, draw }: ChartProps & { readonly draw: Draw }) {
  const say = format ?? ((value: number) => t.number(value));
  const ticks = roundTicks(Math.max(0, ...series.flatMap((each) => each.values.map((value) => value ?? 0))));
  const top = ticks.at(-1) ?? 1;
  const along = alongReading(t.dir, width);
  const slot = (box.right - box.left) / Math.max(1, places.length);
  const plane: Plane = {
    count: places.length,
    x: (place) => along(box.left + slot * (place + 0.5)),
    y: (value) => tenth(box.bottom - (value / top) * (box.bottom - box.top)),
  };
  const rows = places.map((place, at) => [place, ...series.map((each) => sayOrDash(each.values[at], say))]);
  const heads = [{ label: axis }, ...series.map((each) => ({ label: each.name, numeric: true }))];
  return (
    <ChartFrame t={t} label={label} legend={series.map((each) => each.name)} columns={heads} rows={rows}>
      <svg class="drawing" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {ticks.map((tick) => (
          <g key={tick}>
            <path class="rule" d={`M${box.left} ${plane.y(tick)}H${box.right}`} transform={mirrored(t.dir)} />
            <text x={along(box.left - 8)} y={plane.y(tick) + 4} text-anchor="end">
              {say(tick)}
            </text>
          </g>
        ))}
        {placesThatFit(places, slot).map((at) => (
          <text key={at} x={plane.x(at)} y={height - 10} text-anchor="middle">
            {places[at]}
          </text>
        ))}
        {draw(series, plane)}
      </svg>
    </ChartFrame>
  );
}

const sayOrDash = (value: number | null | undefined, say: (value: number) => string) =>
  value === null || value === undefined ? '–' : say(value);

const mirrored = (dir: 'ltr' | 'rtl') => (dir === 'rtl' ? `matrix(-1 0 0 1 ${width} 0)` : undefined);

/** Names under the axis that run neither into each other nor off the edge: every one, every second, every third... */
function placesThatFit(places: readonly string[], slot: number): number[] {
  const wide = places.map((place) => textWidth(place, chartSize.letters));
  const widest = Math.max(0, ...wide) + 12;
  const edge = slot * places.length + width - box.right;
  const every = Math.max(1, Math.ceil(widest / slot));
  return places
    .map((_, at) => at)
    .filter((at) => at % every === 0 && (at === 0 || slot * (at + 0.5) + (wide[at] ?? 0) / 2 <= edge));
}

function lines(series: readonly ChartSeries[], plane: Plane) {
  return series.map((each, place) => {
    let pen = 'M';
    const path = each.values
      .map((value, at) => {
        if (value === null) {
          pen = 'M';
          return '';
        }
        const point = `${pen}${plane.x(at)} ${plane.y(value)}`;
        pen = 'L';
        return point;
      })
      .join('');
    const last = each.values.findLastIndex((value) => value !== null);
    return (
      <g key={each.name} class={`series-${place}`}>
        <path class="line" d={path} />
        {last >= 0 && <circle cx={plane.x(last)} cy={plane.y(each.values[last] ?? 0)} r="4.5" />}
      </g>
    );
  });
}

function columns(series: readonly ChartSeries[], plane: Plane) {
  const slot = (box.right - box.left) / Math.max(1, plane.count);
  const wide = Math.min(46, (slot * 0.7) / series.length);
  return series.map((each, place) => (
    <g key={each.name} class={`series-${place}`}>
      {each.values.map((value, at) => {
        if (value === null || value <= 0) return null;
        const x = tenth(plane.x(at) + (place - series.length / 2) * wide);
        return (
          <rect
            key={at}
            x={x}
            y={plane.y(value)}
            width={tenth(wide - 2)}
            height={tenth(box.bottom - plane.y(value))}
            rx="3"
          />
        );
      })}
    </g>
  ));
}
