import type { Actor } from '../../../platform/actor.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import type { DraftOutline } from '../arrange-course/draft-outline.ts';
import type { CourseAtHand } from '../course-people/course-at-hand.queries.ts';
import { DemandsOfCourse } from '../demand-sign-offs/demand-sentence.tsx';
import { mayEdit, mayPublish } from '../policy.ts';
import { CommentForm, OpenComments } from './comments.tsx';
import { MissingReview } from './missing-review.tsx';
import type { ReviewComment } from './review-content.queries.ts';
import { hasGaps, reviewGaps, type ReviewStanding } from './review-standing.ts';
import { partOf } from './sign-off.ts';
import { SignOffCount } from './sign-off-count.tsx';

export interface ReviewPageProps {
  readonly t: Translator;
  readonly to: (end: string) => string;
  readonly actor: Actor;
  readonly course: CourseAtHand;
  readonly standing: ReviewStanding;
  readonly comments: readonly ReviewComment[];
  /** What there is to comment on; undefined for those who only read. */
  readonly outline: DraftOutline | undefined;
  /** What was typed, where the form came back. */
  readonly values: Readonly<Record<string, string>>;
  readonly wrong: string | undefined;
  /** For the next comment. */
  readonly newId: string;
}

/** Where the review of a course stands, what was said about its blocks, and what can be done next. */
export function ReviewPage(props: ReviewPageProps) {
  const { outline, course, actor } = props;
  const isOwner = mayPublish(course.staff, actor);
  return (
    <>
      <Standing {...props} />
      <OpenComments {...props} />
      {outline && <CommentForm {...props} outline={outline} />}
      {isOwner && <RuleForm {...props} />}
      {isOwner && <EarlyForm {...props} />}
    </>
  );
}

function Standing(props: ReviewPageProps) {
  const { t, standing } = props;
  const { request, revision, signOffs } = standing;
  const nameOf = (name: string | null) => name ?? t('courses.review.somebody');
  return (
    <section class="section stack">
      <header>
        <h2>{t('courses.review.standing')}</h2>
      </header>
      {standing.underConstruction && <Notice tone="soon">{t('courses.review.early.now')}</Notice>}
      <p>
        {request
          ? t('courses.review.asked', { name: nameOf(request.name), revision: String(request.revision) })
          : t('courses.review.not-asked')}
      </p>
      {request && request.revision !== revision && (
        <Notice tone="soon">{t('courses.review.stale', { revision: String(revision) })}</Notice>
      )}
      {signOffs.length > 0 && (
        <ul>
          {signOffs.map((each, at) => (
            <li key={at}>
              <bdi>{nameOf(each.name)}</bdi>{' '}
              {t(`courses.review.signed.${each.part}`, { revision: String(each.revision) })}{' '}
              {each.revision !== revision && <Chip tone="past">{t('courses.review.outdated')}</Chip>}
            </li>
          ))}
        </ul>
      )}
      <MissingReview t={t} standing={standing} />
      <NextDeeds {...props} />
    </section>
  );
}

/** Asking, for those who write; signing, for those who were asked. */
function NextDeeds({ t, to, actor, course, standing }: ReviewPageProps) {
  const { request, revision, rule, signOffs } = standing;
  const isAsked = request?.revision === revision;
  const hasSigned = signOffs.some((each) => each.revision === revision && each.personId === actor.id);
  const part = partOf(course.staff, actor, rule);
  const isTurn = part === 'colleague' || (part === 'committee' && reviewGaps(standing).colleagues === 0);
  const maySign = isTurn && standing.openRequests === 0 && request?.personId !== actor.id && !hasSigned;
  if (!isAsked)
    return mayEdit(course.staff, actor) ? (
      <form method="post" action={to('/review/ask')}>
        <Button kind="first">{t('courses.review.ask')}</Button>
      </form>
    ) : null;
  return maySign ? (
    <form method="post" action={to('/review/sign-off')}>
      <input type="hidden" name="revision" value={revision} />
      <Button kind="first">{t('courses.review.sign', { revision: String(revision) })}</Button>
    </form>
  ) : null;
}

function RuleForm({ t, to, standing: { ownRule, demands } }: ReviewPageProps) {
  const field = (name: 'signOffs' | 'committee', label: string, hint?: string) => (
    <SignOffCount name={name} label={label} hint={hint} value={ownRule[name]} />
  );
  return (
    <form method="post" action={to('/review/rule')} class="section stack">
      <header>
        <h2>{t('courses.review.rule')}</h2>
      </header>
      <DemandsOfCourse t={t} demands={demands} />
      {field('signOffs', t('courses.review.rule.colleagues'))}
      {field('committee', t('courses.review.rule.committee'), t('courses.review.rule.committee.hint'))}
      <div>
        <Button>{t('courses.save')}</Button>
      </div>
    </form>
  );
}

function EarlyForm({ t, to, standing }: ReviewPageProps) {
  if (!hasGaps(reviewGaps(standing))) return null;
  return (
    <form method="post" action={to('/review/open-early')} class="section stack">
      <header>
        <h2>{t('courses.review.early')}</h2>
      </header>
      <p>{t('courses.review.early.text')}</p>
      <div>
        <Button>{t('courses.review.early.do')}</Button>
      </div>
    </form>
  );
}
