import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { formatName } from '../manage-sources/format-names.ts';
import { SplitForm } from '../merge-duplicates/duplicates.page.tsx';
import type { ShownMerge } from '../merge-duplicates/duplicates.queries.ts';
import { fieldLabel, inReadingOrder, sayField } from '../operator-pages/say-field.ts';
import type { CorrectedCourse, Said } from './correct-course.queries.ts';
import { CorrectionForm } from './correction-form.page.tsx';
import type { CorrectionFields } from './correction-form.ts';

export interface CorrectCourseProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly course: CorrectedCourse;
  readonly history: readonly Said[];
  readonly merges: readonly ShownMerge[];
  readonly fields: CorrectionFields;
  readonly errors: Readonly<Record<string, MessageKey>>;
}

/** One course for those who look after it: what each source says, corrections, merges, everything ever said. */
export function CorrectCoursePage(props: CorrectCourseProps) {
  const { t, href, course } = props;
  return (
    <>
      <Pagehead
        title={course.title}
        titleLang={course.document.languages?.[0]}
        eyebrow={t('catalog.correct.title')}
        actions={
          <LinkButton kind="quiet" href={href(`/courses/${course.slug}`)}>
            {t('catalog.correct.see')}
          </LinkButton>
        }
      />
      <div class="stack">
        <Corrected {...props} />
        <WhoSaysWhat {...props} />
        <CorrectionForm
          t={t}
          action={`/operator/courses/${course.id}`}
          course={course}
          fields={props.fields}
          errors={props.errors}
        />
        <Merging {...props} />
        <History {...props} />
      </div>
    </>
  );
}

/** Keys and runs belong to the source alone. */
const fieldsOf = (said: Said): string[] =>
  inReadingOrder(Object.keys(said.document)).filter((field) => field !== 'key' && field !== 'runs');

const sourceName = (t: Translator, said: Said): string =>
  said.format === 'correction'
    ? t('catalog.correct.by-hand', { name: said.actor })
    : [said.source, formatName(said.format)].filter(Boolean).join(' · ');

/** Fields that people corrected, each with its way back. */
function Corrected({ t, course, history }: CorrectCourseProps) {
  const present = history.filter((said) => said.isPresent && said.format === 'correction');
  const fields = inReadingOrder(present.flatMap((said) => Object.keys(said.document)));
  if (fields.length === 0) return null;
  return (
    <section>
      <h2>{t('catalog.correct.corrected')}</h2>
      <ul class="plain">
        {fields.map((field) => (
          <li key={field} class="row">
            <Chip tone="bridge">{fieldLabel(t, field)}</Chip>
            <form method="post" action={`/operator/courses/${course.id}/withdraw`}>
              <Button small name="field" value={field}>
                {t('catalog.correct.withdraw')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhoSaysWhat({ t, course, history }: CorrectCourseProps) {
  const present = history.filter((said) => said.isPresent);
  const fields = inReadingOrder([
    ...Object.keys(course.document),
    ...present.flatMap((said) => Object.keys(said.document)),
  ]).filter((field) => field !== 'key' && field !== 'runs');
  const short = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
  return (
    <DataTable
      t={t}
      caption={t('catalog.correct.who')}
      columns={[
        { label: t('catalog.duplicates.field') },
        { label: t('catalog.correct.now') },
        ...present.map((said) => ({
          label: t('catalog.correct.said', {
            source: sourceName(t, said),
            day: t.day(said.at.toISOString().slice(0, 10)),
          }),
        })),
      ]}
      rows={fields.map((field) => [
        fieldLabel(t, field),
        <bdi>{short(sayField(t, field, course.document[field as keyof typeof course.document]))}</bdi>,
        ...present.map((said) => (
          <bdi class="soft">
            {short(sayField(t, field, said.document[field as keyof typeof said.document])) || '–'}
          </bdi>
        )),
      ])}
    />
  );
}

function Merging({ t, course, merges }: CorrectCourseProps) {
  return (
    <section>
      <h2>{t('catalog.duplicates.title')}</h2>
      {merges.map((merge) => (
        <div key={merge.id} class="row">
          <bdi>
            {merge.gone.title} · {merge.gone.platform}
          </bdi>
          <SplitForm t={t} mergeId={merge.id} />
        </div>
      ))}
      <form method="post" action={`/operator/courses/${course.id}/merge`} class="stack">
        <TextInput
          id="other"
          name="other"
          required
          label={t('catalog.correct.other')}
          hint={t('catalog.correct.other-hint')}
        />
        <div class="row">
          <Button>{t('catalog.correct.merge')}</Button>
        </div>
      </form>
    </section>
  );
}

function History({ t, href, history }: CorrectCourseProps) {
  return (
    <DataTable
      t={t}
      caption={t('catalog.correct.history')}
      columns={[
        { label: t('catalog.imports.column.when') },
        { label: t('catalog.sources.column.source') },
        { label: t('catalog.correct.version') },
        { label: t('catalog.correct.fields') },
      ]}
      rows={history.map((said) => [
        said.importId ? (
          <a href={href(`/operator/imports/${said.importId}`)}>{t.moment(said.at)}</a>
        ) : (
          t.moment(said.at)
        ),
        <bdi>{sourceName(t, said)}</bdi>,
        t.number(said.version),
        t.list(fieldsOf(said).map((field) => fieldLabel(t, field))),
      ])}
    />
  );
}
