import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { type Figure, figureRanges } from '../score-courses/score-settings.ts';
import { type ProofField, proofFields, type TuneField, type TuneTexts } from './tune-form.ts';
import type { ScorePreview } from './tune-scores.ts';

export interface TuneScoresProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly texts: TuneTexts;
  readonly wrong: readonly TuneField[];
  readonly preview?: ScorePreview | undefined;
}

/** Figures that belong together, in the order of the page. */
const groups = [
  { title: 'reviews.tune.group.weight', fields: ['halfLifeMonths', ...proofFields, 'dayLimit'] },
  { title: 'reviews.tune.group.prior', fields: ['usualMean', 'priorCourses', 'fullCourse'] },
  {
    title: 'reviews.tune.group.m',
    fields: [
      'leastM',
      'mostM',
      'usualWithin',
      'usualBetween',
      'spreadCourses',
      'spreadRatings',
      'fittedFrom',
    ],
  },
  { title: 'reviews.tune.group.percentile', fields: ['percentileCourses', 'percentileRatings'] },
] as const satisfies readonly { title: string; fields: readonly TuneField[] }[];

export function TuneScoresPage({ t, href, texts, wrong, preview }: TuneScoresProps) {
  const errors = wrong.map((field) => ({
    id: field,
    message: `${labelOf(t, field)} (${rangeOf(t, field)})`,
  }));
  return (
    <form method="post" action="/operator/scores" class="stack">
      <Pagehead title={t('reviews.tune.title')} lead={t('reviews.tune.lead')} />
      <p>
        <a href={href('/ranking#score')}>{t('reviews.tune.published')}</a>
      </p>
      <ErrorSummary t={t} errors={errors} />
      {preview && <Preview t={t} href={href} preview={preview} />}
      {groups.map(({ title, fields }) => (
        <section key={title} class="section">
          <h2>{t(title)}</h2>
          <div class="stack">
            {fields.map((field) => (
              <TextInput
                key={field}
                id={field}
                name={field}
                inputmode="decimal"
                dir="ltr"
                label={labelOf(t, field)}
                hint={rangeOf(t, field)}
                value={texts[field] ?? ''}
                error={wrong.includes(field) ? t('reviews.tune.wrong') : undefined}
              />
            ))}
          </div>
        </section>
      ))}
      <div class="row form-end">
        <Button kind="first" name="then" value="preview">
          {t('reviews.tune.preview')}
        </Button>
        <Button name="then" value="save">
          {t('reviews.tune.save')}
        </Button>
      </div>
    </form>
  );
}

const isProof = (field: TuneField): field is ProofField => (proofFields as readonly string[]).includes(field);
const proofs = ['none', 'enrolled', 'certificate', 'completed-here'] as const;

const labelOf = (t: Translator, field: TuneField): string =>
  isProof(field)
    ? t('reviews.tune.proof', {
        proof: t(`reviews.score.proof.${proofs[proofFields.indexOf(field)] ?? 'none'}`),
      })
    : t(`reviews.tune.${field}`);

const rangeOf = (t: Translator, field: TuneField): string => {
  const [least, most]: readonly [number, number] = isProof(field)
    ? [0, 1]
    : figureRanges[field satisfies Figure];
  return t('reviews.tune.range', { least: t.number(least, { digits: 4 }), most: t.number(most) });
};

function Preview({
  t,
  href,
  preview,
}: Required<Pick<TuneScoresProps, 't' | 'href'>> & { readonly preview: ScorePreview }) {
  const { whole } = preview;
  return (
    <section class="section" id="preview">
      <h2>{t('reviews.tune.effect')}</h2>
      <Notice>
        {t('reviews.tune.moved', { n: preview.moved, all: t.number(preview.courses) })}{' '}
        {whole &&
          t('reviews.tune.whole', {
            prior: t.number(whole.prior, { digits: 3 }),
            m: t.number(whole.m, { digits: 1 }),
          })}
      </Notice>
      <DataTable
        t={t}
        caption={t('reviews.tune.furthest')}
        columns={[
          { label: t('reviews.tune.course') },
          { label: t('reviews.tune.before'), numeric: true },
          { label: t('reviews.tune.after'), numeric: true },
        ]}
        rows={preview.furthest.map(({ course, before, after }) => [
          <a
            key={course.id}
            href={href(`/courses/${encodeURIComponent(course.slug)}`)}
            lang={course.language ?? undefined}
          >
            <bdi>{course.title}</bdi>
          </a>,
          t.number(before, { digits: 2 }),
          t.number(after, { digits: 2 }),
        ])}
        empty={t('reviews.tune.none')}
      />
    </section>
  );
}
