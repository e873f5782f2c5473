import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { tasks } from './tasks.ts';

export interface EntryFieldsProps {
  readonly t: Translator;
  readonly form: FormState;
  /** ISO day: what a new entry begins with. */
  readonly today: string;
}

/** The fields of time given to a course on a day. */
export function EntryFields({ t, form, today }: EntryFieldsProps) {
  const said = Object.entries(form.errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  const errorOf = (name: string) => said.find(({ id }) => id === name)?.message;
  return (
    <>
      <ErrorSummary t={t} errors={said} />
      <div class="production-fields">
        <Select
          id="task"
          name="task"
          label={t('courses.hours.task')}
          value={form.values['task'] ?? 'writing'}
          error={errorOf('task')}
          options={tasks.map((value) => ({ value, label: t(`courses.task.${value}`) }))}
        />
        <TextInput
          id="day"
          name="day"
          type="date"
          max={today}
          label={t('courses.hours.day')}
          value={form.values['day'] ?? today}
          error={errorOf('day')}
        />
        <TextInput
          id="time"
          name="time"
          inputmode="text"
          maxlength={9}
          required
          label={t('courses.hours.time')}
          placeholder="1:30"
          value={form.values['time']}
          error={errorOf('time')}
        />
      </div>
      <p class="soft small">{t('courses.hours.time.hint')}</p>
      <TextInput
        id="note"
        name="note"
        maxlength={500}
        dir="auto"
        t={t}
        optional
        label={t('courses.hours.note')}
        value={form.values['note']}
        error={errorOf('note')}
      />
    </>
  );
}
