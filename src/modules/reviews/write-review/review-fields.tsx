import type { ComponentChildren } from 'preact';
import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Checkbox, Choices } from '../../../platform/ui/choices.tsx';
import { FieldSet } from '../../../platform/ui/field-set.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import {
  criteria,
  dropReasons,
  firstYear,
  longest,
  otherRun,
  reviewLangs,
  reviewStatuses,
} from './review-form.ts';
import { sayAnnounced, sayRun } from './say-course.ts';
import { StarChoice } from './star-choice.tsx';
import type { CourseToReview } from './write-review.queries.ts';

export interface ReviewFieldsProps {
  readonly t: Translator;
  readonly course: CourseToReview;
  readonly form: FormState;
  /** ISO day. */
  readonly today: string;
}

/** What is wrong with a field, in words. */
export function errorOf(t: Translator, { errors }: FormState, name: string): string | undefined {
  const key = errors[name];
  const most = longest[name as keyof typeof longest];
  return key === undefined ? undefined : t(key as MessageKey, most === undefined ? {} : { n: most });
}

/** Every question of a review: two must be answered, the rest as one likes. */
export function ReviewFields(props: ReviewFieldsProps) {
  const { t, form } = props;
  const { values } = form;
  return (
    <>
      <StarChoice
        t={t}
        name="stars"
        label={t('reviews.write.stars')}
        error={errorOf(t, form, 'stars')}
        value={values['stars']}
        required
      />
      <Status {...props} />
      <Words {...props} />
      <Details {...props} />
      <Checkbox
        id="anonymous"
        name="anonymous"
        value="yes"
        checked={values['anonymous'] !== undefined}
        label={t('reviews.write.anonymous')}
        hint={t('reviews.write.anonymous.hint', { name: props.course.personName ?? '' })}
      />
    </>
  );
}

function Status({ t, form }: ReviewFieldsProps) {
  const { values } = form;
  return (
    <div class="review-status">
      <Choices
        id="status"
        name="status"
        kind="radio"
        label={t('reviews.write.status')}
        error={errorOf(t, form, 'status')}
        chosen={[values['status'] ?? '']}
        options={reviewStatuses.map((status) => ({
          value: status,
          label: t(`reviews.write.status.${status}`),
        }))}
      />
      <div class="drop-reason">
        <Select
          id="dropReason"
          name="dropReason"
          label={t('reviews.write.drop-reason')}
          value={values['dropReason'] ?? ''}
          options={[
            { value: '', label: t('reviews.write.drop-reason.none') },
            ...dropReasons.map((reason) => ({ value: reason, label: t(`reviews.drop-reason.${reason}`) })),
          ]}
        />
      </div>
    </div>
  );
}

/** A text in the reviewer's own language, from whichever side it runs. */
function Text(
  props: ReviewFieldsProps & {
    readonly name: 'body' | 'pros' | 'cons' | 'forWhom';
    readonly rows: number;
    readonly hint?: boolean;
  },
) {
  const { t, form, name, rows, hint } = props;
  return (
    <TextInput
      t={t}
      id={name}
      name={name}
      rows={rows}
      dir="auto"
      optional
      maxlength={longest[name]}
      label={t(`reviews.write.${name}`)}
      hint={hint ? t(`reviews.write.${name}.hint` as MessageKey) : undefined}
      error={errorOf(t, form, name)}
      value={form.values[name]}
    />
  );
}

function Words(props: ReviewFieldsProps) {
  const { t, form } = props;
  return (
    <>
      <Text {...props} name="body" rows={6} hint />
      <div class="two-columns">
        <Text {...props} name="pros" rows={3} />
        <Text {...props} name="cons" rows={3} />
      </div>
      <Text {...props} name="forWhom" rows={2} hint />
      <Select
        id="lang"
        name="lang"
        label={t('reviews.write.lang')}
        error={errorOf(t, form, 'lang')}
        value={form.values['lang'] ?? t.lang}
        options={reviewLangs.map((tag) => ({ value: tag, label: t.languageName(tag) }))}
      />
    </>
  );
}

/** Folded away until somebody wants them, or something in them needs another look. */
const inDetails = [...criteria, 'hours', 'run', 'runLabel', 'month', 'year'];

function Details(props: ReviewFieldsProps) {
  const { t, form, course } = props;
  const isOpen = inDetails.some(
    (name) => (form.values[name] ?? '') !== '' || form.errors[name] !== undefined,
  );
  const announced = sayAnnounced(t, course);
  return (
    <details class="review-details" open={isOpen}>
      <summary>{t('reviews.write.details')}</summary>
      <div class="stack">
        {criteria.map((name) => (
          <StarChoice
            key={name}
            t={t}
            name={name}
            label={t(`reviews.criterion.${name}`)}
            hint={t(`reviews.write.${name}.hint`)}
            error={errorOf(t, form, name)}
            value={form.values[name]}
          />
        ))}
        <TextInput
          t={t}
          id="hours"
          name="hours"
          inputmode="decimal"
          label={t('reviews.write.hours')}
          hint={announced === undefined ? undefined : t('reviews.write.hours.hint', { announced })}
          error={errorOf(t, form, 'hours')}
          value={form.values['hours']}
        />
        <RunAndMonth {...props} />
      </div>
    </details>
  );
}

function RunAndMonth({ t, form, course, today }: ReviewFieldsProps): ComponentChildren {
  const { values } = form;
  const years = Array.from({ length: Number(today.slice(0, 4)) - firstYear + 1 }, (_, back) =>
    String(Number(today.slice(0, 4)) - back),
  );
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1));
  const monthName = (month: string) => t.day(`2026-${month.padStart(2, '0')}-01`, 'month-only');
  const none = { value: '', label: t('reviews.write.unsaid') };
  return (
    <>
      <FieldSet id="month" label={t('reviews.write.when')} error={errorOf(t, form, 'month')}>
        <div class="row">
          <Select
            id="month-number"
            name="month"
            label={t('reviews.write.month')}
            value={values['month'] ?? ''}
            options={[none, ...months.map((value) => ({ value, label: monthName(value) }))]}
          />
          <Select
            id="year"
            name="year"
            label={t('reviews.write.year')}
            value={values['year'] ?? ''}
            options={[none, ...years.map((value) => ({ value, label: value }))]}
          />
        </div>
      </FieldSet>
      {course.runs.length > 0 && (
        <Select
          id="run"
          name="run"
          label={t('reviews.write.run')}
          error={errorOf(t, form, 'run')}
          value={values['run'] ?? ''}
          options={[
            none,
            ...course.runs.map((run) => ({ value: run.id, label: sayRun(t, run) })),
            { value: otherRun, label: t('reviews.write.run.other') },
          ]}
        />
      )}
      <TextInput
        t={t}
        id="runLabel"
        name="runLabel"
        dir="auto"
        maxlength={longest.runLabel}
        label={t(course.runs.length > 0 ? 'reviews.write.run-label' : 'reviews.write.run-label.alone')}
        hint={t('reviews.write.run-label.hint')}
        error={errorOf(t, form, 'runLabel')}
        value={values['runLabel']}
      />
    </>
  );
}
