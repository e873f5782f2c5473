import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { FieldSet } from '../../../platform/ui/field-set.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { csvFields } from '../formats/csv-columns.ts';
import { formatChoices } from './format-names.ts';
import { sayEvery } from './say-every.ts';
import { detectedFormat, everyHoursChoices, type FormErrors } from './source-form.ts';

export interface SourceFormProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly isNew: boolean;
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
  readonly platforms: readonly string[];
}

/** Adds a source, or changes one. */
export function SourceFormPage(props: SourceFormProps) {
  const { t, fields, errors, isNew, href } = props;
  const back = isNew ? '/operator/sources' : `/operator/sources/${fields['id'] ?? ''}`;
  return (
    <form
      method="post"
      action={isNew ? '/operator/sources' : `/operator/sources/${fields['id'] ?? ''}/edit`}
      enctype="multipart/form-data"
      class="stack"
    >
      <Pagehead
        title={t(isNew ? 'catalog.sources.add' : 'catalog.sources.edit-title')}
        lead={isNew ? t('catalog.sources.add-lead') : undefined}
      />
      <ErrorSummary t={t} errors={Object.entries(errors).map(([id, key]) => ({ id, message: t(key) }))} />
      <input type="hidden" name="id" value={fields['id']} />
      <PlatformFields {...props} />
      <FeedFields {...props} />
      <ScheduleField {...props} />
      <CsvFields {...props} />
      <div class="row form-end">
        <Button kind="first" name="then" value="import">
          {t(isNew ? 'catalog.sources.save-new' : 'catalog.sources.save')}
        </Button>
        {isNew && (
          <Button name="then" value="try">
            {t('catalog.sources.save-try')}
          </Button>
        )}
        <LinkButton kind="quiet" href={href(back)}>
          {t('catalog.operate.cancel')}
        </LinkButton>
      </div>
    </form>
  );
}

const wrong = ({ t, errors }: SourceFormProps, field: string): string | undefined => {
  const key = errors[field];
  return key === undefined ? undefined : t(key);
};

function PlatformFields(props: SourceFormProps) {
  const { t, fields, platforms } = props;
  return (
    <>
      <div class="field">
        <label for="platform">{t('catalog.sources.field.platform')}</label>
        <p class="hint" id="platform-hint">
          {t('catalog.sources.field.platform-hint')}
        </p>
        <input
          class="input"
          id="platform"
          name="platform"
          list="platforms"
          required
          maxlength={120}
          value={fields['platform']}
          aria-describedby="platform-hint"
          aria-invalid={errors(props, 'platform')}
        />
        <datalist id="platforms">
          {platforms.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {wrong(props, 'platform') && <p class="field-error">{wrong(props, 'platform')}</p>}
      </div>
      <TextInput
        t={t}
        optional
        id="platformUrl"
        name="platformUrl"
        type="url"
        label={t('catalog.sources.field.platform-url')}
        value={fields['platformUrl']}
        error={wrong(props, 'platformUrl')}
      />
    </>
  );
}

const errors = (props: SourceFormProps, field: string): 'true' | undefined =>
  props.errors[field] === undefined ? undefined : 'true';

function FeedFields(props: SourceFormProps) {
  const { t, fields, isNew } = props;
  return (
    <>
      <FieldSet
        id="feed-group"
        label={t('catalog.sources.field.feed')}
        hint={t('catalog.sources.field.feed-hint')}
      >
        <TextInput
          id="location"
          name="location"
          type="url"
          label={t('catalog.sources.field.location')}
          value={fields['location']}
          error={wrong(props, 'location')}
          placeholder="https://"
        />
        {isNew && (
          <TextInput
            id="feed"
            name="feed"
            type="file"
            label={t('catalog.sources.field.file')}
            hint={t('catalog.sources.file-hint')}
            error={wrong(props, 'feed')}
          />
        )}
      </FieldSet>
      <Select
        id="format"
        name="format"
        label={t('catalog.sources.field.format')}
        hint={t('catalog.sources.field.format-hint')}
        options={[{ value: detectedFormat, label: t('catalog.sources.detect') }, ...formatChoices]}
        value={fields['format']}
        error={wrong(props, 'format')}
      />
      <TextInput
        t={t}
        optional
        id="name"
        name="name"
        label={t('catalog.sources.field.name')}
        hint={t('catalog.sources.field.name-hint')}
        maxlength={80}
        value={fields['name']}
        error={wrong(props, 'name')}
      />
    </>
  );
}

function ScheduleField(props: SourceFormProps) {
  const { t, fields } = props;
  const value = fields['everyHours'] ?? '';
  const hours = [...new Set([...everyHoursChoices, ...(value === '' ? [] : [Number(value)])])].sort(
    (a, b) => a - b,
  );
  return (
    <Select
      id="everyHours"
      name="everyHours"
      label={t('catalog.sources.field.every')}
      hint={t('catalog.sources.field.every-hint')}
      options={[
        { value: '', label: t('catalog.sources.next.by-hand') },
        ...hours.map((n) => ({ value: String(n), label: sayEvery(t, n) })),
      ]}
      value={value}
      error={wrong(props, 'everyHours')}
    />
  );
}

function CsvFields(props: SourceFormProps) {
  const { t, fields } = props;
  return (
    <details open={Boolean(fields['mapping']) || 'mapping' in props.errors}>
      <summary>{t('catalog.sources.field.mapping-title')}</summary>
      <TextInput
        t={t}
        optional
        id="mapping"
        name="mapping"
        rows={6}
        spellcheck={false}
        label={t('catalog.sources.field.mapping')}
        hint={t('catalog.sources.field.mapping-hint')}
        placeholder={'Course name = title'}
        value={fields['mapping']}
        error={wrong(props, 'mapping')}
      />
      <p class="small soft">
        {t('catalog.sources.field.mapping-fields')} <code dir="ltr">{Object.keys(csvFields).join(', ')}</code>
      </p>
    </details>
  );
}
