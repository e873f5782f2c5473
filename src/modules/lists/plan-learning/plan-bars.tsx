import { dayOf, daysBetween } from '../../../platform/time/clock.ts';
import { ChartFrame } from '../../../platform/ui/chart-frame.tsx';
import { alongReading, chartSize, tenth } from '../../../platform/ui/chart-scale.ts';
import { textWidth } from '../../../platform/ui/text-width.ts';
import type { ListScene } from '../read-lists/list-scene.ts';
import type { Plan, PlannedCourse } from './plan.ts';

const { width } = chartSize;
const line = 46;
const margin = 6;

/** The courses of a plan on one line of time, one below the other, so that what overlaps is seen. */
export function PlanBars({ scene: { t, now }, plan }: { readonly scene: ListScene; readonly plan: Plan }) {
  const { from, to } = plan;
  const dated = plan.courses.filter((each) => each.from !== undefined);
  if (from === undefined || to === undefined || dated.length === 0) return null;
  const days = Math.max(1, daysBetween(from, to) + 1);
  const scale = (day: string) => margin + (daysBetween(from, day) / days) * (width - 2 * margin);
  const along = alongReading(t.dir, width);
  const height = dated.length * line + 24;
  const today = dayOf(now);
  const rows = dated.map((each) => [
    titleOf(each),
    t.day(each.from ?? '', 'long'),
    each.to === undefined ? '–' : t.day(each.to, 'long'),
    each.pace === undefined ? '–' : t.number(each.pace),
  ]);
  const columns = [
    { label: t('lists.plan.course') },
    { label: t('lists.plan.from') },
    { label: t('lists.plan.to') },
    { label: t('lists.plan.hours'), numeric: true },
  ];
  return (
    <ChartFrame t={t} label={t('lists.plan.bars')} columns={columns} rows={rows}>
      <svg class="drawing plan-bars" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {today >= from && today <= to && (
          <path class="plan-today" d={`M${along(scale(today))} 0V${height - 24}`} />
        )}
        {dated.map((each, at) => {
          const x = scale(each.from ?? from);
          const wide = Math.max(8, scale(each.to ?? each.from ?? from) + (width - 2 * margin) / days - x);
          const start = t.dir === 'rtl' ? width - x - wide : x;
          return (
            <g key={each.listed.id} class={each.warnings.length > 0 ? 'warned' : undefined}>
              <text {...label(each, x, at, along)}>{shortened(titleOf(each))}</text>
              <rect x={tenth(start)} y={at * line + 22} width={tenth(wide)} height="14" rx="7" />
            </g>
          );
        })}
        <text x={along(margin)} y={height - 4}>
          {t.day(from, 'short')}
        </text>
        <text x={along(width - margin)} y={height - 4} text-anchor="end">
          {t.day(to, 'short')}
        </text>
      </svg>
    </ChartFrame>
  );
}

const titleOf = ({ listed }: PlannedCourse): string => listed.course?.title ?? listed.title;

const mostSigns = 44;
const shortened = (title: string): string =>
  title.length <= mostSigns ? title : `${title.slice(0, mostSigns - 1)}…`;

/** The title above its bar; set from the other side where it would leave the drawing. */
function label(each: PlannedCourse, x: number, at: number, along: (x: number) => number) {
  const y = at * line + 16;
  const overflows = x + textWidth(shortened(titleOf(each)), chartSize.letters) > width - margin;
  return overflows ? { x: along(width - margin), y, 'text-anchor': 'end' as const } : { x: along(x), y };
}
