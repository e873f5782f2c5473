import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput, type TextInputProps } from '../../../platform/ui/text-input.tsx';
import { WhatIsMissing } from '../course-home/what-is-missing.tsx';
import type { LearnScene } from '../find-place/learn-scene.ts';
import { progressOf } from '../ledger/progress-of.ts';
import { unitsOf } from '../ledger/standing.ts';
import type { LearnerToTeach } from './help-learner.ts';
import type { Deed } from './person.queries.ts';

export interface PersonProps {
  readonly scene: LearnScene;
  readonly found: LearnerToTeach;
  /** The teacher looks at their own place: nobody marks that as done themselves. */
  readonly isSelf: boolean;
  readonly form: FormState;
  /** Which of the two forms `form` belongs to. */
  readonly formOf: 'extension' | 'hand';
  readonly handId: string;
  readonly here: (end: string) => string;
}

/** One person in a run: how far, what is missing, what happened, and what a teacher can do for them. */
export function PersonPage(props: PersonProps) {
  const { scene, found } = props;
  const { t } = scene;
  const { learner, course, run } = found;
  const progress = progressOf(course.outline, course.rules.completion, learner.tally);
  return (
    <>
      <Definitions
        items={[
          { term: t('learning.teach.state'), value: t(`learning.teach.state.${learner.state}`) },
          { term: t('learning.teach.share'), value: t.percent(Math.floor(progress.share * 100)) },
          { term: t('learning.teach.enrolled'), value: t.moment(learner.enrolledAt, run.zone) },
          {
            term: t('learning.teach.last-seen'),
            value:
              learner.lastSeenAt === null
                ? t('learning.teach.never')
                : t.moment(learner.lastSeenAt, run.zone),
          },
        ]}
      />
      {progress.missing.length > 0 && (
        <section class="section">
          <h2>{t('learning.teach.missing')}</h2>
          <WhatIsMissing scene={scene} course={course} missing={progress.missing} awaited={learner.awaited} />
        </section>
      )}
      <Extensions {...props} />
      {learner.state === 'active' && !props.isSelf && <ByHand {...props} />}
      {learner.state === 'active' && props.isSelf && <Notice>{t('learning.teach.refusal.own')}</Notice>}
      <Deeds {...props} />
    </>
  );
}

function errorsOf({ scene: { t }, form, formOf }: PersonProps, of: PersonProps['formOf']) {
  const errors = formOf === of ? Object.entries(form.errors) : [];
  return (
    <ErrorSummary
      t={t}
      errors={errors.map(([id, key]) => ({ id: `${of}-${id}`, message: t(key as MessageKey) }))}
    />
  );
}

function Extensions(props: PersonProps) {
  const { scene, found, here } = props;
  const { t } = scene;
  return (
    <section class="section">
      <h2>{t('learning.teach.extend')}</h2>
      {found.learner.extensions.map((extension) => (
        <form key={extension.blockId} method="post" action={here('/extension/end')} class="row">
          <span>
            <bdi>{partTitle(props, extension.blockId)}</bdi>
            {': '}
            {[
              ...(extension.extraMinutes > 0
                ? [t('learning.teach.minutes.n', { n: extension.extraMinutes })]
                : []),
              ...(extension.extraAttempts > 0
                ? [t('learning.teach.attempts.n', { n: extension.extraAttempts })]
                : []),
              ...(extension.until === null
                ? []
                : [t('learning.teach.until', { day: t.day(extension.until) })]),
              extension.reason,
            ].join(' · ')}
          </span>
          <input type="hidden" name="block" value={extension.blockId} />
          <Button kind="quiet">{t('learning.teach.extend.end')}</Button>
        </form>
      ))}
      <details class="fold" open={props.formOf === 'extension' && Object.keys(props.form.errors).length > 0}>
        <summary>{t('learning.teach.extend.do')}</summary>
        <form method="post" action={here('/extension')} class="stack">
          {errorsOf(props, 'extension')}
          <Parts
            {...props}
            of="extension"
            name="block"
            kinds={['questions']}
            whole={t('learning.teach.whole-run')}
          />
          <div class="row">
            <Field {...props} of="extension" name="until" type="date" />
            <Field {...props} of="extension" name="attempts" inputmode="numeric" />
            <Field {...props} of="extension" name="minutes" inputmode="numeric" />
          </div>
          <Field {...props} of="extension" name="reason" required maxlength={1000} />
          <div>
            <Button>{t('learning.teach.extend.give')}</Button>
          </div>
        </form>
      </details>
    </section>
  );
}

function ByHand(props: PersonProps) {
  const { scene, here, handId } = props;
  const { t } = scene;
  return (
    <section class="section">
      <h2>{t('learning.teach.hand')}</h2>
      <details class="fold" open={props.formOf === 'hand' && Object.keys(props.form.errors).length > 0}>
        <summary>{t('learning.teach.hand.do')}</summary>
        <form method="post" action={here('/hand')} class="stack">
          {errorsOf(props, 'hand')}
          <p>{t('learning.teach.hand.text')}</p>
          <input type="hidden" name="id" value={handId} />
          <Parts {...props} of="hand" name="part" whole={t('learning.teach.whole-course')} />
          <Field {...props} of="hand" name="reason" required maxlength={1000} />
          <div>
            <Button>{t('learning.teach.hand.mark')}</Button>
          </div>
        </form>
      </details>
    </section>
  );
}

interface PartsProps extends PersonProps {
  readonly of: PersonProps['formOf'];
  readonly name: string;
  readonly whole: string;
  /** Only blocks of these kinds; without it units as well. */
  readonly kinds?: readonly string[];
}

function Parts({ scene: { t }, found, of, name, whole, kinds, form, formOf }: PartsProps) {
  const options = unitsOf(found.course.outline).flatMap((unit) => {
    const blocks = unit.blocks.filter(({ type }) => (kinds ?? ['questions', 'assignment']).includes(type));
    return [
      ...(kinds ? [] : [{ value: unit.id, label: unit.title }]),
      ...blocks.map((block) => ({
        value: block.id,
        label: `${unit.title}: ${block.title || t('learning.teach.set')}`,
      })),
    ];
  });
  return (
    <Select
      id={`${of}-${name}`}
      name={name}
      label={t('learning.teach.part')}
      value={formOf === of ? form.values[name] : undefined}
      options={[{ value: '', label: whole }, ...options]}
    />
  );
}

interface FieldProps extends PersonProps, Omit<Partial<TextInputProps>, 'id' | 'name' | 't' | 'form'> {
  readonly of: PersonProps['formOf'];
  readonly name: 'until' | 'attempts' | 'minutes' | 'reason';
}

function Field({
  scene,
  found: _f,
  form,
  formOf,
  handId: _h,
  isSelf: _s,
  here: _here,
  of,
  name,
  ...rest
}: FieldProps) {
  const { t } = scene;
  const key = formOf === of ? form.errors[name] : undefined;
  return (
    <TextInput
      {...rest}
      t={t}
      id={`${of}-${name}`}
      name={name}
      label={t(`learning.teach.field.${name}`)}
      value={formOf === of ? form.values[name] : undefined}
      error={key === undefined ? undefined : t(key as MessageKey)}
    />
  );
}

function partTitle({ found, scene }: PersonProps, part: string | null): string {
  if (part === null || part === '') return scene.t('learning.teach.whole-run');
  for (const unit of unitsOf(found.course.outline)) {
    if (unit.id === part) return unit.title;
    const block = unit.blocks.find(({ id }) => id === part);
    if (block) return block.title || unit.title;
  }
  return part;
}

function Deeds(props: PersonProps) {
  const { scene, found } = props;
  const { t } = scene;
  const what = ({ unitId, blockId, kind }: Deed) =>
    kind === 'completed' ? found.course.title : partTitle(props, blockId ?? unitId);
  return (
    <section class="section">
      <h2>{t('learning.teach.deeds')}</h2>
      <DataTable
        t={t}
        caption={t('learning.teach.deeds')}
        captionUnseen
        columns={[
          { label: t('learning.teach.deed') },
          { label: t('learning.teach.what') },
          { label: t('learning.teach.result') },
          { label: t('learning.teach.when') },
        ]}
        rows={found.learner.deeds.map((deed) => [
          t(`learning.teach.deed.${deed.kind}`),
          <bdi key="what">{what(deed)}</bdi>,
          resultOf(t, deed),
          t.moment(deed.at, found.run.zone),
        ])}
        empty={t('learning.teach.deeds.none')}
      />
    </section>
  );
}

function resultOf(t: LearnScene['t'], { data }: Deed): string {
  if (data.reason !== undefined) return data.reason;
  if (data.of === undefined || data.points === undefined) return '';
  return t('learning.teach.points', { points: t.number(data.points), of: t.number(data.of) });
}
