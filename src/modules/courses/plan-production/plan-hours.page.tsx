import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { readHours } from './amounts.ts';
import { hoursField } from './hours-form.ts';
import { sayTime } from './say-time.ts';
import { tasks } from './tasks.ts';

export interface PlanHoursProps {
  readonly t: Translator;
  readonly action: string;
  readonly form: FormState;
  /** The form is empty, or holds a proposal that nobody saved. */
  readonly isProposal: boolean;
}

/** Hours by task: a proposal to begin with, what the team makes of it, and the sum. */
export function PlanHoursPage({ t, action, form, isProposal }: PlanHoursProps) {
  const { values, errors } = form;
  const said = Object.entries(errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  const errorOf = (id: string) => said.find((error) => error.id === id)?.message;
  const minutes = tasks.map((task) => ({ task, minutes: readHours(values[hoursField(task)] ?? '') ?? 0 }));
  const sum = minutes.reduce((all, each) => all + each.minutes, 0);
  return (
    <form method="post" action={action} class="stack section">
      <ErrorSummary t={t} errors={said} />
      {isProposal && sum > 0 && <Notice>{t('courses.plan.proposed')}</Notice>}
      <input type="hidden" name="revision" value={values['revision']} />
      <div class="card stack">
        <h2>{t('courses.plan.propose.title')}</h2>
        <p>{t('courses.plan.rule')}</p>
        <div class="row">
          <TextInput
            id="weeks"
            name="weeks"
            label={t('courses.plan.weeks')}
            inputmode="numeric"
            maxlength={3}
            value={values['weeks']}
            error={errorOf('weeks')}
          />
        </div>
        <div>
          <Button name="do" value="propose">
            {t('courses.plan.propose')}
          </Button>
        </div>
      </div>
      <div class="aside">
        <fieldset class="stack">
          <legend>
            <h2>{t('courses.plan.by-task')}</h2>
          </legend>
          <p class="soft">{t('courses.plan.by-task.hint')}</p>
          <div class="production-fields">
            {tasks.map((task) => (
              <TextInput
                key={task}
                id={hoursField(task)}
                name={hoursField(task)}
                label={t(`courses.task.${task}`)}
                inputmode="decimal"
                maxlength={9}
                value={values[hoursField(task)]}
                error={errorOf(hoursField(task))}
              />
            ))}
          </div>
          <div>
            <Button kind="first" name="do" value="save">
              {t('courses.plan.save')}
            </Button>
          </div>
        </fieldset>
        {sum > 0 && (
          <section class="stack">
            <h2>{t('courses.plan.sum', { time: sayTime(t, sum) })}</h2>
            <BarList
              t={t}
              label={t('courses.plan.by-task')}
              items={minutes
                .filter((each) => each.minutes > 0)
                .map((each) => ({
                  label: t(`courses.task.${each.task}`),
                  value: each.minutes,
                  text: sayTime(t, each.minutes),
                }))}
            />
          </section>
        )}
      </div>
    </form>
  );
}
