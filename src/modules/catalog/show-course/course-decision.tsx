import type { ComponentChildren } from 'preact';
import { splitLang, urlFor } from '../../../platform/http/site.ts';
import { dayOf, daysBetween } from '../../../platform/time/clock.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { DecisionCard } from '../../../platform/ui/decision-card.tsx';
import type { Definition } from '../../../platform/ui/definitions.tsx';
import { Icon } from '../../../platform/ui/icon.tsx';
import type { CostLine } from '../course-document/course-document.ts';
import { sayEffort } from '../course-words/say-effort.ts';
import { certificateName } from '../course-words/names.ts';
import { FollowButton } from '../follow-course/follow-button.tsx';
import { isJoinable } from '../run-states/run-state.ts';
import { sayState } from '../run-states/say-state.ts';
import type { CoursePartProps } from './course-part.ts';
import { headlineOf } from './headline.ts';
import { isTaughtHere } from './taught-here.ts';

/** State, date, real costs, and the one way to the organiser. */
export function CourseDecision(props: CoursePartProps & { readonly children?: ComponentChildren }) {
  const { t, site, view } = props;
  const { course, availability, now } = view;
  const today = dayOf(now);
  const said = sayState(t, { ...availability, predicted: undefined }, today);
  return (
    <DecisionCard
      label={t('catalog.course.decide')}
      state={{ text: said.text, tone: said.tone }}
      headline={headlineOf(t, availability, today)}
      note={noteOf(t, view, today)}
      costs={costsOf(t, view)}
      costsNote={costsNote(t, view)}
      action={<GoButton {...props} />}
      links={[
        {
          href: `${urlFor(site, t.lang, `/courses/${course.slug}/runs.ics`)}`,
          label: t('catalog.course.calendar'),
        },
        ...(course.platform.url
          ? [
              {
                href: urlFor(site, t.lang, `/platforms/${course.platform.slug}`),
                label: t('catalog.course.all-of-platform', { platform: course.platform.name }),
              },
            ]
          : []),
      ]}
    >
      {isJoinable(availability.state) && <FollowButton t={t} site={site} view={view} />}
      {props.children}
    </DecisionCard>
  );
}

/** "in 7 weeks · 4 weeks, 3 h a week" */
function noteOf(
  t: Translator,
  { course, availability }: CoursePartProps['view'],
  today: string,
): string | undefined {
  const start = availability.startsOn;
  const ahead =
    start && start.precision === 'day' && start.on > today
      ? t.relativeDays(daysBetween(today, start.on))
      : undefined;
  const parts = [ahead, sayEffort(t, course.document.effort)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

function amountOf(t: Translator, line: CostLine): string {
  if (line.amount === 0) return t('catalog.course.free');
  const amount = t.money(line.amount, line.currency);
  if (line.per === 'month') return t('catalog.course.per-month', { amount });
  return line.per === 'year' ? t('catalog.course.per-year', { amount }) : amount;
}

function costsOf(t: Translator, { course }: CoursePartProps['view']): Definition[] {
  const lines = (course.document.costs ?? []).map((line) => ({
    term: t(`catalog.course.cost.${line.kind}`),
    value: amountOf(t, line),
  }));
  const { certificate } = course.document;
  const isPriced = course.document.costs?.some((line) => line.kind === 'certificate' || line.kind === 'exam');
  return certificate && !isPriced
    ? [...lines, { term: t('catalog.course.certificate'), value: certificateName(t, certificate) }]
    : lines;
}

/** The later of the day the source gave and the day on which the source was last seen saying so. */
function costsNote(t: Translator, { course }: CoursePartProps['view']): string {
  const costs = course.document.costs ?? [];
  if (costs.length === 0) return t('catalog.course.prices-unknown');
  const [sourceId] = course.provenance['costs'] ?? course.provenance['*'] ?? [''];
  const seen = course.sources[sourceId]?.seenAt.slice(0, 10) ?? '';
  const stated = costs.map((line) => line.checkedOn ?? '').sort()[0] ?? '';
  const day = stated === '' ? seen : stated;
  return day === '' ? t('catalog.course.prices-unknown') : t('catalog.course.checked', { day: t.day(day) });
}

/** The one primary button, unless one cannot join: then being told of its return is. */
function GoButton({ t, site, view: { course, availability } }: CoursePartProps) {
  if (!course.url) return <p class="small">{t('catalog.course.no-link')}</p>;
  if (isTaughtHere(site, course))
    return (
      <a class="btn first wide" href={urlFor(site, t.lang, splitLang(new URL(course.url).pathname).path)}>
        {t('catalog.course.take-here')}
      </a>
    );
  return (
    <>
      {course.linkState === 'dead' && <p class="small soft">{t('catalog.course.dead-link')}</p>}
      <a
        class={isJoinable(availability.state) ? 'btn first wide' : 'btn wide'}
        href={course.url}
        target="_blank"
        rel="noopener external"
      >
        {t('catalog.course.go', { platform: course.platform.name })}
        <Icon name="out" />
        <span class="unseen"> ({t('catalog.course.go-new-tab')})</span>
      </a>
    </>
  );
}
