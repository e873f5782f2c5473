import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Progress } from '../../../platform/ui/progress.tsx';
import type { StandingProps } from './hours.page.tsx';
import { together } from './note-hours.ts';
import { sayTime } from './say-time.ts';
import { standingOf, sumOf, type TaskStanding } from './tasks.ts';

/** Hours that were noted against the plan: all, by task, and (for owners) by person. */
export function HoursStanding({ t, plan, noted, isOwner }: StandingProps) {
  const all = together(noted);
  const lines = standingOf(plan.hours.minutes, all);
  const [planned, done] = [sumOf(plan.hours.minutes), sumOf(all)];
  if (lines.length === 0) return <p class="section soft">{t('courses.hours.no-plan')}</p>;
  return (
    <section class="section stack">
      <h2>{t('courses.hours.standing')}</h2>
      {planned > 0 && (
        <Progress
          t={t}
          label={t('courses.hours.all')}
          value={done}
          max={planned}
          done={t('courses.hours.of', { done: sayTime(t, done), planned: sayTime(t, planned) })}
        />
      )}
      <DataTable
        t={t}
        caption={t('courses.hours.by-task')}
        columns={[
          { label: t('courses.hours.task') },
          { label: t('courses.hours.planned'), numeric: true },
          { label: t('courses.hours.done'), numeric: true },
          { label: t('courses.hours.left'), numeric: true },
        ]}
        rows={lines.map((line) => [
          t(`courses.task.${line.task}`),
          timeOrDash(t, line.planned),
          timeOrDash(t, line.noted),
          <Left t={t} line={line} />,
        ])}
      />
      {isOwner && noted.length > 0 && (
        <>
          <h3>{t('courses.hours.by-person')}</h3>
          <BarList
            t={t}
            label={t('courses.hours.by-person')}
            items={noted.map(({ name, minutes }) => ({
              label: name ?? t('courses.hours.nobody'),
              value: sumOf(minutes),
              text: sayTime(t, sumOf(minutes)),
            }))}
          />
          <DataTable
            t={t}
            caption={t('courses.hours.by-both')}
            columns={[
              { label: t('courses.hours.person') },
              ...lines.map(({ task }) => ({ label: t(`courses.task.${task}`), numeric: true })),
            ]}
            rows={[
              ...noted.map(({ name, minutes }) => [
                <bdi>{name ?? t('courses.hours.nobody')}</bdi>,
                ...lines.map(({ task }) => timeOrDash(t, minutes[task])),
              ]),
              [t('courses.hours.together'), ...lines.map((line) => timeOrDash(t, line.noted))],
              [t('courses.hours.planned'), ...lines.map((line) => timeOrDash(t, line.planned))],
              [t('courses.hours.left'), ...lines.map((line) => <Left t={t} line={line} />)],
            ]}
          />
        </>
      )}
    </section>
  );
}

const timeOrDash = (t: Translator, minutes: number | undefined): string =>
  minutes === undefined || minutes === 0 ? '–' : sayTime(t, minutes);

function Left({ t, line }: Pick<StandingProps, 't'> & { readonly line: TaskStanding }) {
  if (line.over === 0) return <>{sayTime(t, line.left)}</>;
  const tone = line.planned === 0 ? 'plain' : 'bad';
  return <Chip tone={tone}>{t('courses.hours.over', { time: sayTime(t, line.over) })}</Chip>;
}
