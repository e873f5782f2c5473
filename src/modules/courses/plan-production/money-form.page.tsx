import type { ComponentChildren } from 'preact';
import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { currencies, lineField, linesOf } from './money-form.ts';
import { bases, costKinds, incomeKinds } from './money-plan.ts';

export interface MoneyFormProps {
  readonly t: Translator;
  readonly action: string;
  readonly form: FormState;
  /** Institutions that are kept, who may pay a line alone. */
  readonly funders: readonly string[];
}

interface Scene extends MoneyFormProps {
  readonly errorOf: (field: string) => string | undefined;
}

/** Lines of cost and income, and the institutions; empty lines stand below those that are there. */
export function MoneyForm(props: MoneyFormProps) {
  const { t, action, form } = props;
  const said = Object.entries(form.errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  const scene: Scene = { ...props, errorOf: (field) => said.find(({ id }) => id === field)?.message };
  return (
    <form method="post" action={action} class="stack section">
      <ErrorSummary t={t} errors={said} />
      <input type="hidden" name="revision" value={form.values['revision']} />
      <div class="production-fields production-basics">
        <Select
          id="currency"
          name="currency"
          label={t('courses.money.currency')}
          value={form.values['currency'] ?? 'EUR'}
          options={currencies.map((value) => ({ value, label: value }))}
        />
        <Entry
          {...scene}
          field="hourly"
          label={t('courses.money.hourly')}
          hint={t('courses.money.hourly.hint')}
        />
        <Entry
          {...scene}
          field="learners"
          label={t('courses.money.expected')}
          hint={t('courses.money.expected.hint')}
        />
      </div>
      <Costs {...scene} />
      <Incomes {...scene} />
      <Funders {...scene} />
      <div class="form-end">
        <Button kind="first">{t('courses.money.save')}</Button>
      </div>
    </form>
  );
}

interface ListProps extends Scene {
  readonly list: 'costs' | 'incomes' | 'funders';
  readonly line: (field: (name: string) => string, at: number) => ComponentChildren;
}

/** A list of lines under a heading; each line says which it is to who hears it. */
function List({ list, line, ...scene }: ListProps) {
  const { t, form, errorOf } = scene;
  const wrong = errorOf(list);
  return (
    <section class="stack production-list" aria-labelledby={list}>
      <h2 id={list}>{t(`courses.money.${list}`)}</h2>
      <p class="soft">{t(`courses.money.${list}.hint`)}</p>
      {wrong !== undefined && <p class="field-error">{wrong}</p>}
      {Array.from({ length: linesOf(form.values, list) }, (_, at) => (
        <fieldset key={at} class="production-line">
          <legend class="unseen">
            {t('courses.money.line', { list: t(`courses.money.${list}`), n: at + 1 })}
          </legend>
          {line((name) => lineField(list, at, name), at)}
        </fieldset>
      ))}
    </section>
  );
}

interface EntryProps extends Scene {
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly isText?: boolean;
}

function Entry({ form, errorOf, field, label, hint, isText }: EntryProps) {
  return (
    <TextInput
      id={field}
      name={field}
      label={label}
      hint={hint}
      maxlength={isText ? 200 : 20}
      inputmode={isText ? 'text' : 'decimal'}
      dir={isText ? 'auto' : undefined}
      value={form.values[field]}
      error={errorOf(field)}
    />
  );
}

interface ChoiceProps extends Scene {
  readonly field: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

const Choice = ({ form, field, label, options }: ChoiceProps) => (
  <Select id={field} name={field} label={label} value={form.values[field]} options={options} />
);

interface AmountProps extends Scene {
  readonly field: (name: string) => string;
  readonly kinds: ChoiceProps['options'];
}

/** What a line of money says, be it a cost or an income: its kind, for what, how much, how often. */
function Amount({ field, kinds, ...scene }: AmountProps) {
  const { t } = scene;
  return (
    <>
      <Choice {...scene} field={field('kind')} label={t('courses.money.kind')} options={kinds} />
      <Entry {...scene} isText field={field('label')} label={t('courses.money.label')} />
      <Entry {...scene} field={field('amount')} label={t('courses.money.amount')} />
      <Choice
        {...scene}
        field={field('basis')}
        label={t('courses.money.basis')}
        options={bases.map((value) => ({ value, label: t(`courses.money.basis.${value}`) }))}
      />
    </>
  );
}

function Costs(scene: Scene) {
  const { t, form, funders } = scene;
  return (
    <List
      {...scene}
      list="costs"
      line={(field) => (
        <>
          <Amount
            {...scene}
            field={field}
            kinds={costKinds.map((value) => ({ value, label: t(`courses.money.cost.${value}`) }))}
          />
          {funders.length > 0 && (
            <Choice
              {...scene}
              field={field('payer')}
              label={t('courses.money.payer')}
              options={[
                { value: '', label: t('courses.money.payer.all') },
                ...funders.map((name) => ({ value: name, label: name })),
              ]}
            />
          )}
          <label class="choice">
            <input
              type="checkbox"
              name={field('spent')}
              value="yes"
              checked={form.values[field('spent')] === 'yes'}
            />
            <span>{t('courses.money.spent')}</span>
          </label>
        </>
      )}
    />
  );
}

function Incomes(scene: Scene) {
  const { t } = scene;
  return (
    <List
      {...scene}
      list="incomes"
      line={(field) => (
        <>
          <Amount
            {...scene}
            field={field}
            kinds={incomeKinds.map((value) => ({ value, label: t(`courses.money.income.${value}`) }))}
          />
          <Entry {...scene} field={field('percent')} label={t('courses.money.percent')} />
        </>
      )}
    />
  );
}

function Funders(scene: Scene) {
  const { t } = scene;
  return (
    <List
      {...scene}
      list="funders"
      line={(field) => (
        <>
          <Entry {...scene} isText field={field('name')} label={t('courses.money.funder.name')} />
          <Entry {...scene} field={field('share')} label={t('courses.money.funder.percent')} />
        </>
      )}
    />
  );
}
