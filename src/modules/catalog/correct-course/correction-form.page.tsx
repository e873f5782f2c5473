import { Button } from '../../../platform/ui/button.tsx';
import { Checkbox } from '../../../platform/ui/choices.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { FieldSet } from '../../../platform/ui/field-set.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput, type TextInputProps } from '../../../platform/ui/text-input.tsx';
import { certificateKinds, levels } from '../course-document/course-document.ts';
import { fieldLabel } from '../operator-pages/say-field.ts';
import type { CorrectCourseProps } from './correct-course.page.tsx';

type FormProps = Pick<CorrectCourseProps, 't' | 'course' | 'fields' | 'errors'> & {
  /** Where the form is posted to. */
  readonly action: string;
};

/** The fields that a person may correct; what is not touched stays with the sources. */
export function CorrectionForm(props: FormProps) {
  const { t, action, errors } = props;
  return (
    <form method="post" action={action} class="stack">
      <h2>{t('catalog.correct.form')}</h2>
      <p>{t('catalog.correct.form-text')}</p>
      <ErrorSummary t={t} errors={Object.entries(errors).map(([id, key]) => ({ id, message: t(key) }))} />
      <Words {...props} />
      <Facts {...props} />
      <Needs {...props} />
      <div class="row form-end">
        <Button kind="first">{t('catalog.correct.save')}</Button>
      </div>
    </form>
  );
}

type InputProps = FormProps &
  Partial<Omit<TextInputProps, 't' | 'value' | 'error' | 'id'>> & { readonly name: string };

function Input({ t, course: _course, action: _action, fields, errors, name, label, ...rest }: InputProps) {
  return (
    <TextInput
      {...rest}
      id={name}
      name={name}
      label={label ?? fieldLabel(t, name)}
      value={fields[name]}
      error={errors[name] && t(errors[name])}
    />
  );
}

function Words(props: FormProps) {
  return (
    <>
      <Input {...props} name="title" required />
      <Input {...props} name="summary" rows={3} />
      <Input {...props} name="description" rows={8} />
      <Input {...props} name="url" type="url" />
      <Input {...props} name="subjects" hint={props.t('catalog.correct.subjects-hint')} />
    </>
  );
}

function Facts(props: FormProps) {
  const { t, fields } = props;
  const unknown = { value: '', label: t('catalog.correct.unknown') };
  const number = { type: 'number', min: 0, inputmode: 'decimal' } as const;
  return (
    <>
      <Input {...props} name="languages" hint={t('catalog.correct.languages-hint')} dir="ltr" />
      <Select
        id="level"
        name="level"
        label={fieldLabel(t, 'level')}
        options={[unknown, ...levels.map((level) => ({ value: level, label: t(`catalog.level.${level}`) }))]}
        value={fields['level']}
      />
      <Select
        id="certificate"
        name="certificate"
        label={fieldLabel(t, 'certificate')}
        options={[
          unknown,
          ...certificateKinds.map((kind) => ({ value: kind, label: t(`catalog.certificate.${kind}`) })),
        ]}
        value={fields['certificate']}
      />
      <Input {...props} name="costs" rows={3} dir="ltr" hint={t('catalog.correct.costs-hint')} />
      <FieldSet id="effort" label={fieldLabel(t, 'effort')}>
        <Input {...props} {...number} name="minHoursPerWeek" label={t('catalog.correct.min-hours')} />
        <Input {...props} {...number} name="maxHoursPerWeek" label={t('catalog.correct.max-hours')} />
        <Input {...props} {...number} name="weeks" label={t('catalog.correct.weeks')} />
        <Input {...props} {...number} name="totalHours" label={t('catalog.correct.total-hours')} />
      </FieldSet>
    </>
  );
}

function Needs(props: FormProps) {
  const { t, fields } = props;
  return (
    <FieldSet id="prerequisites" label={fieldLabel(t, 'prerequisites')}>
      <Checkbox
        id="needsNothing"
        name="needsNothing"
        value="yes"
        checked={fields['needsNothing'] === 'yes'}
        label={t('catalog.operate.needs-nothing')}
      />
      <Input {...props} name="needsText" rows={2} label={t('catalog.correct.needs-text')} />
      <Input
        {...props}
        name="needsCourses"
        rows={3}
        label={t('catalog.correct.needs-courses')}
        hint={t('catalog.correct.needs-courses-hint')}
      />
    </FieldSet>
  );
}
