import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { TextInput, type TextInputProps } from '../../../platform/ui/text-input.tsx';
import { plannedStates } from './ask-tables.ts';

export interface PlannedFormProps {
  readonly t: Translator;
  readonly action: string;
  readonly form: FormState;
  /** Address of what everybody sees; absent while it is hidden. */
  readonly page: string | undefined;
  readonly mayChange: boolean;
  /** The course is open, and those who would take it know. */
  readonly wasTold: boolean;
}

/** What an owner says of a course to come, and whether everybody is asked. */
export function PlannedForm({ t, action, form, page, mayChange, wasTold }: PlannedFormProps) {
  const said = Object.entries(form.errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  const scene = { t, form };
  return (
    <form method="post" action={action} class="stack section">
      {wasTold && <Notice tone="good">{t('courses.to-come.form.told')}</Notice>}
      <ErrorSummary t={t} errors={said} />
      {page !== undefined && (
        <p>
          <a href={page}>{t('courses.to-come.form.see')}</a>
        </p>
      )}
      <Line {...scene} name="summary" rows={4} maxlength={1000} hint dir="auto" />
      <Line {...scene} name="audience" rows={3} maxlength={1000} hint dir="auto" />
      <div class="row">
        <Line {...scene} name="earliest" placeholder="2027-03" inputmode="numeric" dir="ltr" hint />
        <Line {...scene} name="weeks" inputmode="numeric" maxlength={3} />
        <Line {...scene} name="hoursAWeek" inputmode="numeric" maxlength={2} />
      </div>
      <Choices
        id="state"
        name="state"
        kind="radio"
        label={t('courses.to-come.form.state')}
        chosen={[form.values['state'] ?? 'hidden']}
        error={said.find(({ id }) => id === 'state')?.message}
        options={plannedStates.map((value) => ({
          value,
          label: t(`courses.to-come.state.${value}`),
          hint: t(`courses.to-come.state.${value}.hint`),
        }))}
      />
      {mayChange ? (
        <div>
          <Button kind="first">{t('courses.to-come.form.save')}</Button>
        </div>
      ) : (
        <p class="soft">{t('courses.to-come.form.owners')}</p>
      )}
    </form>
  );
}

interface LineProps extends Omit<Partial<TextInputProps>, 'id' | 'name' | 't' | 'hint'> {
  readonly t: Translator;
  readonly form: FormState;
  readonly name: 'summary' | 'audience' | 'earliest' | 'weeks' | 'hoursAWeek';
  readonly hint?: boolean;
}

function Line({ t, form, name, hint, ...rest }: LineProps) {
  const key = form.errors[name];
  return (
    <TextInput
      {...rest}
      t={t}
      id={name}
      name={name}
      label={t(`courses.to-come.form.${name}`)}
      hint={hint ? t(`courses.to-come.form.${name}.hint` as MessageKey) : undefined}
      value={form.values[name]}
      error={key === undefined ? undefined : t(key as MessageKey)}
    />
  );
}
