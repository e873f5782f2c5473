import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { CourseAtHand } from '../course-people/course-at-hand.queries.ts';
import { DemandsOfCourse } from '../demand-sign-offs/demand-sentence.tsx';
import { MissingReview } from '../review-content/missing-review.tsx';
import { hasGaps, reviewGaps, type ReviewStanding } from '../review-content/review-standing.ts';
import { type DraftFault, faultKinds } from './draft-faults.ts';
import type { VersionFacts } from './versions.queries.ts';

export interface PublishPageProps {
  readonly t: Translator;
  readonly to: (end: string) => string;
  readonly course: CourseAtHand;
  /** The version that learners see; undefined before the first. */
  readonly latest: VersionFacts | undefined;
  readonly faults: readonly DraftFault[];
  readonly mayPublish: boolean;
  readonly review: ReviewStanding;
}

/** What to look at before learners see it, and the button. */
export function PublishPage(props: PublishPageProps) {
  const { t, to, latest, faults, mayPublish, course } = props;
  const isEmpty = faults.some(({ kind }) => kind === 'no-units');
  const isAwaited = hasGaps(reviewGaps(props.review));
  const hasChanged = latest === undefined || course.changedAt > latest.publishedAt;
  return (
    <div class="stack">
      {(faults.length > 0 || !isAwaited) && <Faults t={t} to={to} faults={faults} />}
      {!hasChanged && (
        <Notice tone="good">
          {t('courses.publish.unchanged', {
            n: String(latest.number),
            day: t.day(latest.publishedAt.toISOString().slice(0, 10)),
          })}
        </Notice>
      )}
      <DemandsOfCourse t={t} demands={props.review.demands} />
      {isAwaited && (
        <div class="stack">
          <MissingReview t={t} standing={props.review} />
          <p>
            <a href={to('/review')}>{t('courses.review.title')}</a>
          </p>
        </div>
      )}
      <p>
        <a href={to('/diversity')}>{t('courses.diversity.title')}</a>
      </p>
      {mayPublish ? (
        <form method="post" action={to('/publish')} class="stack">
          {latest && (
            <TextInput
              t={t}
              id="changes"
              name="changes"
              rows={3}
              label={t('courses.publish.changes')}
              hint={t('courses.publish.changes.hint')}
              maxlength={2000}
              dir="auto"
              optional
            />
          )}
          <div class="row form-end">
            <Button kind="first" disabled={isEmpty || isAwaited}>
              {latest
                ? t('courses.publish.again', { n: String(latest.number + 1) })
                : t('courses.publish.first')}
            </Button>
            <LinkButton kind="quiet" href={to('')}>
              {t('courses.back-to-outline')}
            </LinkButton>
          </div>
        </form>
      ) : (
        <Notice>{t('courses.publish.owners')}</Notice>
      )}
    </div>
  );
}

const mostShown = 12;

function Faults({ t, to, faults }: Pick<PublishPageProps, 't' | 'to' | 'faults'>) {
  if (faults.length === 0) return <Notice tone="good">{t('courses.publish.nothing-missing')}</Notice>;
  return (
    <section class="faults">
      <h2>{t('courses.publish.look-at')}</h2>
      {faultKinds.map((kind) => {
        const found = faults.filter((fault) => fault.kind === kind);
        if (found.length === 0) return null;
        return (
          <div key={kind}>
            <h3>{t(`courses.fault.${kind}`)}</h3>
            <ul>
              {found.slice(0, mostShown).map(({ end, where }, at) => (
                <li key={at}>
                  <a href={to(end)}>{where === '' ? t('courses.publish.mend') : where}</a>
                </li>
              ))}
            </ul>
            {found.length > mostShown && (
              <p class="soft">{t('courses.publish.more', { n: found.length - mostShown })}</p>
            )}
          </div>
        );
      })}
    </section>
  );
}
