import type { ComponentChildren } from 'preact';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { errorOf, ReviewFields, type ReviewFieldsProps } from './review-fields.tsx';

export interface ReviewFormPageProps extends ReviewFieldsProps {
  readonly site: Site;
  /** Path without language that the form is sent to. */
  readonly path: string;
  readonly title: string;
  readonly yes: string;
  /** Id of the new row, version of the edited one. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Above the form: why it is shown again. */
  readonly notice?: ComponentChildren;
  /** Path without language that leads away from it. */
  readonly back: string;
}

/** One form for writing and for editing. */
export function ReviewFormPage(props: ReviewFormPageProps) {
  const { t, site, course, form, path, hidden, notice, back } = props;
  const to = (where: string) => urlFor(site, t.lang, where);
  const errors = Object.keys(form.errors).map((id) => ({ id, message: errorOf(t, form, id) ?? '' }));
  return (
    <form method="post" action={to(path)} class="stack review-form" id="review">
      <Pagehead
        eyebrow={props.title}
        title={course.title}
        titleLang={course.language ?? undefined}
        lead={t('reviews.write.lead')}
      />
      {course.isSample && <Notice>{t('reviews.write.sample')}</Notice>}
      {notice}
      <ErrorSummary t={t} errors={errors} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ReviewFields t={t} course={course} form={form} today={props.today} />
      <p class="small soft">
        {t('reviews.write.checked')} <a href={to('/reviews/how')}>{t('reviews.how.link')}</a>
      </p>
      <div class="row form-end">
        <Button kind="first">{props.yes}</Button>
        <LinkButton kind="quiet" href={to(back)}>
          {t('reviews.write.cancel')}
        </LinkButton>
      </div>
    </form>
  );
}
