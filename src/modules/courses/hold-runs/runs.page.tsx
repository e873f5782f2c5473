import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { FieldSet } from '../../../platform/ui/field-set.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput, type TextInputProps } from '../../../platform/ui/text-input.tsx';
import { zoneOptions } from '../../../platform/ui/zone-options.ts';
import type { HeldRun } from './hold-runs.queries.ts';
import { accesses } from './run-form.ts';
import { sayRunDays } from './say-run.ts';

interface Scene {
  readonly t: Translator;
  /** Address of a page under the course, in the reader's language. */
  readonly href: (end: string) => string;
}

export interface RunsProps extends Scene {
  readonly runs: readonly HeldRun[];
  readonly mayHold: boolean;
  readonly isPublished: boolean;
  /** Whether the course is by invitation so far, and could be opened to the world. */
  readonly mayOpen: boolean;
  readonly runHref: (id: string) => string;
}

/** The offerings of a course, and what one can do next. */
export function RunsPage({ t, href, runs, mayHold, isPublished, mayOpen, runHref }: RunsProps) {
  const first = (
    <LinkButton kind="first" href={href('/runs/new')}>
      {t('courses.runs.new')}
    </LinkButton>
  );
  if (runs.length === 0)
    return (
      <EmptyState
        title={t('courses.runs.empty')}
        text={t('courses.runs.empty.text')}
        actions={mayHold ? first : undefined}
      />
    );
  return (
    <>
      {!isPublished && <p class="soft">{t('courses.runs.unpublished')}</p>}
      <ul class="list taught">
        {runs.map((run) => {
          const name = run.title || sayRunDays(t, run);
          return (
            <li key={run.id}>
              <h2>
                <a href={runHref(run.id)}>
                  <bdi>{name}</bdi>
                </a>
              </h2>
              <Facts items={factsOf(t, run)} />
              {mayHold && (
                <p>
                  <LinkButton small href={href(`/runs/${run.id}`)}>
                    {t('courses.outline.settings')}
                    <span class="unseen"> {name}</span>
                  </LinkButton>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {mayHold && <p class="row section">{first}</p>}
      {mayHold && mayOpen && (
        <section class="section">
          <h2>{t('courses.runs.world')}</h2>
          <p>{t('courses.runs.world.text')}</p>
          <LinkButton href={href('/runs/open-to-all')}>{t('courses.runs.world.do')}</LinkButton>
        </section>
      )}
    </>
  );
}

const factsOf = (t: Translator, run: HeldRun): string[] => [
  ...(run.title === '' ? [] : [sayRunDays(t, run)]),
  t(`courses.runs.access.${run.access}`),
  ...(run.seats === null ? [] : [t('courses.runs.seats.n', { n: run.seats })]),
  t(`courses.runs.state.${run.state}`),
];

export interface RunFormProps extends Scene {
  readonly form: FormState;
  readonly action: string;
  readonly back: string;
}

/** The form of a run, new or not. */
export function RunForm({ t, form, action, back }: RunFormProps) {
  const { values, errors } = form;
  const said = Object.entries(errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  const scene = { t, form };
  return (
    <form method="post" action={action} class="stack">
      <ErrorSummary t={t} errors={said} />
      <input type="hidden" name="id" value={values['id']} />
      <Field {...scene} name="title" maxlength={200} optional dir="auto" />
      <Choices
        name="pacing"
        label={t('courses.runs.field.pacing')}
        kind="radio"
        id="pacing"
        chosen={[values['pacing'] ?? 'self']}
        options={(['self', 'scheduled'] as const).map((value) => ({
          value,
          label: t(`courses.runs.pacing.${value}`),
          hint: t(`courses.runs.pacing.${value}.hint`),
        }))}
      />
      <FieldSet id="days" label={t('courses.runs.field.days')}>
        <div class="row">
          <Field {...scene} name="startOn" type="date" />
          <Field {...scene} name="endOn" type="date" />
        </div>
        <div class="row">
          <Field {...scene} name="enrolmentStartOn" type="date" />
          <Field {...scene} name="enrolmentEndOn" type="date" />
        </div>
        <Select
          id="zone"
          name="zone"
          label={t('courses.runs.field.zone')}
          hint={t('courses.runs.field.zone.hint')}
          value={values['zone'] ?? 'UTC'}
          options={zoneOptions(values['zone'] ?? 'UTC')}
        />
      </FieldSet>
      <Choices
        name="access"
        label={t('courses.runs.field.access')}
        kind="radio"
        id="access"
        chosen={[values['access'] ?? 'open']}
        options={accesses.map((value) => ({
          value,
          label: t(`courses.runs.access.${value}`),
          hint: t(`courses.runs.access.${value}.hint`),
        }))}
      />
      <Field
        {...scene}
        name="guests"
        rows={5}
        hint={t('courses.runs.field.guests.hint')}
        spellcheck={false}
      />
      <Field {...scene} name="seats" inputmode="numeric" hint={t('courses.runs.field.seats.hint')} />
      <div class="row form-end">
        <Button kind="first">{t('courses.runs.save')}</Button>
        <LinkButton kind="quiet" href={back}>
          {t('courses.runs.back')}
        </LinkButton>
      </div>
    </form>
  );
}

type FieldName = 'title' | 'startOn' | 'endOn' | 'enrolmentStartOn' | 'enrolmentEndOn' | 'guests' | 'seats';

interface FieldProps extends Omit<Partial<TextInputProps>, 'id' | 'name' | 't'> {
  readonly t: Translator;
  readonly form: FormState;
  readonly name: FieldName;
}

function Field({ t, form, name, ...rest }: FieldProps) {
  const key = form.errors[name];
  return (
    <TextInput
      {...rest}
      t={t}
      id={name}
      name={name}
      label={t(`courses.runs.field.${name}`)}
      value={form.values[name]}
      error={key === undefined ? undefined : t(key as MessageKey)}
    />
  );
}

/** What the form shows of a run. */
export const runFields = (run: HeldRun): Readonly<Record<string, string>> => ({
  id: run.id,
  title: run.title,
  pacing: run.pacing,
  startOn: run.startOn ?? '',
  endOn: run.endOn ?? '',
  enrolmentStartOn: run.enrolmentStartOn ?? '',
  enrolmentEndOn: run.enrolmentEndOn ?? '',
  zone: run.zone,
  access: run.access,
  seats: run.seats === null ? '' : String(run.seats),
  guests: run.guests.join('\n'),
});
