import type { FormState } from '../../../platform/http/form.ts';
import { absoluteUrl, urlFor } from '../../../platform/http/site.ts';
import { addDays, dayOf } from '../../../platform/time/clock.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { ColumnChart } from '../../../platform/ui/chart.tsx';
import { CopyField } from '../../../platform/ui/copy-field.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { errorOf, FormErrors } from '../make-list/details-fields.tsx';
import type { ListFacts } from '../read-lists/list-facts.ts';
import type { ListScene } from '../read-lists/list-scene.ts';
import type { PageOfItems } from '../read-lists/page-of-items.ts';
import { PlanBars } from './plan-bars.tsx';
import { hoursField, mostHours, startField } from './plan-form.ts';
import { mondayOf, type Plan, type PlannedCourse, type WeekLoad } from './plan.ts';
import { sayWarning } from './say-warning.ts';

export interface PlanPageProps {
  readonly scene: ListScene;
  readonly list: ListFacts;
  readonly plan: Plan;
  readonly form: FormState;
  /** Whose dates can be changed on this page, where the list is long. */
  readonly place: PageOfItems;
}

/** A list laid out in time: what when, how much a week, and what stands in the way. */
export function PlanPage(props: PlanPageProps) {
  const { scene, list, plan } = props;
  const { t, site } = scene;
  const to = (end: string) => urlFor(site, t.lang, `/lists/mine/${list.id}${end}`);
  const isDated = plan.from !== undefined;
  return (
    <>
      <Pagehead
        title={list.title}
        titleLang={list.lang}
        eyebrow={t('lists.plan.chip')}
        lead={
          isDated
            ? t('lists.plan.span', { from: t.day(plan.from ?? ''), to: t.day(plan.to ?? '') })
            : t('lists.plan.lead')
        }
        actions={
          <>
            {isDated && (
              <LinkButton href={to('/plan.ics')} icon="calendar">
                {t('lists.plan.ics')}
              </LinkButton>
            )}
            <LinkButton href={to('')}>{t('lists.back')}</LinkButton>
          </>
        }
      />
      {list.isSample && <Notice>{t('lists.sample.note')}</Notice>}
      {plan.courses.length === 0 ? (
        <EmptyState
          title={t('lists.empty')}
          text={t('lists.empty.text')}
          actions={<LinkButton href={to('')}>{t('lists.back')}</LinkButton>}
        />
      ) : (
        <>
          {isDated && <Summary scene={scene} plan={plan} />}
          <Dates {...props} />
          <LayOut {...props} />
          {isDated && <Subscription {...props} />}
        </>
      )}
    </>
  );
}

/** What stands in the way first, then the courses, then the weeks. */
function Summary({ scene, plan }: Pick<PlanPageProps, 'scene' | 'plan'>) {
  const { t } = scene;
  const busiest = plan.weeks.toSorted((a, b) => b.hours - a.hours)[0];
  return (
    <>
      <Warnings scene={scene} plan={plan} />
      <section class="section">
        <h2>{t('lists.plan.calendar')}</h2>
        <PlanBars scene={scene} plan={plan} />
      </section>
      {busiest && busiest.hours > 0 && <Load scene={scene} plan={plan} busiest={busiest} />}
    </>
  );
}

/** Hours week by week, the fullest named. */
function Load({
  scene: { t },
  plan,
  busiest,
}: Pick<PlanPageProps, 'scene' | 'plan'> & { readonly busiest: WeekLoad }) {
  return (
    <section class="section">
      <h2>{t('lists.plan.load')}</h2>
      <ColumnChart
        t={t}
        label={t('lists.plan.busiest', {
          day: t.day(busiest.monday, 'day-month'),
          hours: t.number(busiest.hours),
        })}
        axis={t('lists.plan.week')}
        places={plan.weeks.map((week) => t.day(week.monday, 'short'))}
        series={[{ name: t('lists.plan.hours'), values: plan.weeks.map((week) => week.hours) }]}
      />
    </section>
  );
}

const titleOf = ({ listed }: PlannedCourse): string => listed.course?.title ?? listed.title;

function Warnings({ scene, plan }: Pick<PlanPageProps, 'scene' | 'plan'>) {
  const { t } = scene;
  const warned = plan.courses.filter((each) => each.warnings.length > 0);
  if (warned.length === 0) return <Notice tone="good">{t('lists.plan.fine')}</Notice>;
  return (
    <div class="notice soon plan-warnings">
      <div>
        <b>{t('lists.plan.mind', { n: warned.length })}</b>
        <ul>
          {warned.flatMap((each) =>
            each.warnings.map((warning) => (
              <li key={each.listed.id + warning.kind}>
                <bdi>{titleOf(each)}</bdi> – {sayWarning(t, warning)}
              </li>
            )),
          )}
        </ul>
      </div>
    </div>
  );
}

/** A start and a pace for each course, in one form. */
function Dates({ scene, list, plan, form, place }: PlanPageProps) {
  const { t, site } = scene;
  const path = urlFor(site, t.lang, `/lists/mine/${list.id}/plan`);
  const pageQuery = (page: number) => (page > 1 ? `?page=${page}` : '');
  return (
    <section class="section">
      <h2>{t('lists.plan.dates')}</h2>
      <form method="post" action={path + pageQuery(place.page)} class="stack">
        <FormErrors t={t} form={form} />
        <ol class="entries plan-dates">
          {plan.courses.slice(place.first - 1, place.last).map((each) => (
            <li key={each.listed.id}>
              <CourseDates scene={scene} planned={each} form={form} />
            </li>
          ))}
        </ol>
        <div class="row form-end">
          <Button kind="first">{t('lists.plan.save')}</Button>
        </div>
      </form>
      {place.pages > 1 && (
        <Pagination t={t} page={place.page} pages={place.pages} hrefOf={(page) => path + pageQuery(page)} />
      )}
    </section>
  );
}

function CourseDates({
  scene: { t, site },
  planned,
  form,
}: Pick<PlanPageProps, 'scene' | 'form'> & { readonly planned: PlannedCourse }) {
  const { listed, totalHours, pace, to } = planned;
  const [start, hours] = [startField(listed.id), hoursField(listed.id)];
  const facts = [
    totalHours !== undefined && t('lists.plan.total', { hours: t.number(Math.round(totalHours)) }),
    to !== undefined && t('lists.plan.until', { day: t.day(to) }),
    totalHours === undefined && to === undefined && t('lists.plan.unknown'),
  ].filter((fact) => typeof fact === 'string');
  return (
    <>
      <div class="grow">
        {listed.course ? (
          <a href={urlFor(site, t.lang, `/courses/${encodeURIComponent(listed.course.slug)}`)}>
            <bdi>{listed.course.title}</bdi>
          </a>
        ) : (
          <bdi>{listed.title}</bdi>
        )}
        <p class="small soft">{facts.join(' · ')}</p>
      </div>
      <div class="row plan-fields">
        <TextInput
          id={start}
          name={start}
          type="date"
          label={t('lists.plan.start')}
          value={form.values[start] ?? listed.startOn ?? ''}
          error={errorOf(t, form, start)}
        />
        <TextInput
          id={hours}
          name={hours}
          type="number"
          label={t('lists.plan.hours')}
          value={form.values[hours] ?? listed.hoursAWeek ?? ''}
          placeholder={pace === undefined ? undefined : t.number(pace)}
          error={errorOf(t, form, hours)}
          min={1}
          max={mostHours}
          inputmode="numeric"
        />
      </div>
    </>
  );
}

function LayOut({ scene: { t, site, now }, list, form }: PlanPageProps) {
  const nextMonday = addDays(mondayOf(dayOf(now)), 7);
  return (
    <section class="section">
      <h2>{t('lists.plan.lay-out')}</h2>
      <form method="post" action={urlFor(site, t.lang, `/lists/mine/${list.id}/plan/lay-out`)} class="stack">
        <p class="soft">{t('lists.plan.lay-out.text')}</p>
        <div class="row plan-fields">
          <TextInput
            id="from"
            name="from"
            type="date"
            label={t('lists.plan.start')}
            value={form.values['from'] ?? nextMonday}
            error={errorOf(t, form, 'from')}
            required
          />
          <TextInput
            id="hours"
            name="hours"
            type="number"
            label={t('lists.plan.hours')}
            value={form.values['hours'] ?? 4}
            error={errorOf(t, form, 'hours')}
            min={1}
            max={mostHours}
            inputmode="numeric"
            required
          />
          <Button>{t('lists.plan.lay-out.do')}</Button>
        </div>
      </form>
    </section>
  );
}

/** A secret address for calendars, which can be taken back. */
function Subscription({ scene: { t, site }, list }: PlanPageProps) {
  const action = urlFor(site, t.lang, `/lists/mine/${list.id}/plan/calendar`);
  return (
    <section class="section stack">
      <h2>{t('lists.plan.subscribe')}</h2>
      {list.calendarToken === null ? (
        <form method="post" action={action}>
          <p class="soft">{t('lists.plan.subscribe.text')}</p>
          <Button name="on" value="yes">
            {t('lists.plan.subscribe.do')}
          </Button>
        </form>
      ) : (
        <form method="post" action={action} class="stack">
          <CopyField
            t={t}
            id="calendar"
            label={t('lists.plan.subscribe.address')}
            value={absoluteUrl(site, t.lang, `/lists/plans/${list.calendarToken}/plan.ics`)}
          />
          <div class="row">
            <Button small name="on" value="yes">
              {t('lists.plan.subscribe.renew')}
            </Button>
            <Button small kind="quiet" name="on" value="no">
              {t('lists.plan.subscribe.stop')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
