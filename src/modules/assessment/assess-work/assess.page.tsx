import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { TextScene } from '../../../platform/course-text/render-course-text.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { FieldError } from '../../../platform/ui/field.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { levelField } from '../hand-in-work/criteria.ts';
import { CriteriaFields } from '../hand-in-work/criteria-fields.tsx';
import { HandedFiles } from '../hand-in-work/handed-files.tsx';
import { mostPoints, questionIn, seenOf } from './assess.ts';
import type { WorkToAssess } from './work-desk.queries.ts';

export interface AssessPageProps {
  readonly t: Translator;
  readonly work: WorkToAssess;
  /** Whether whoever looks may say what it is worth: nobody may of their own. */
  readonly mayAssess: boolean;
  readonly action: string;
  readonly queue: string;
  readonly fileAddress: (place: number) => string;
  readonly text: TextScene;
  /** What was typed in a form that came back. */
  readonly typed?: URLSearchParams | undefined;
  readonly problem?: { readonly field: string; readonly text: string } | undefined;
}

/** A piece of work with what was asked, and the form that says what it is worth. */
export function AssessPage(props: AssessPageProps) {
  const { t, work, problem, queue } = props;
  return (
    <>
      <Pagehead
        title={t('assessment.assess.title')}
        lead={
          <>
            <bdi>{work.learner ?? t('assessment.queue.nobody')}</bdi> ·{' '}
            <bdi lang={work.course.lang}>{work.blockTitle}</bdi>
          </>
        }
      />
      {problem && <ErrorSummary t={t} errors={[{ id: problem.field, message: problem.text }]} />}
      {work.state === 'replaced' ? <Notice>{t('assessment.refusal.work-replaced')}</Notice> : null}
      <div class="assess">
        <Asked {...props} />
        <HandedIn {...props} />
        {work.state !== 'replaced' && props.mayAssess && <VerdictForm {...props} />}
        {!props.mayAssess && <Notice>{t('assessment.refusal.own-work')}</Notice>}
        <p>
          <a href={queue}>{t('assessment.assess.back')}</a>
        </p>
      </div>
    </>
  );
}

function Asked({ t, work, text }: AssessPageProps) {
  const asked = work.content?.type === 'assignment' ? work.content.task : questionIn(work)?.prompt;
  return (
    <details class="fold">
      <summary>{t('assessment.assess.asked')}</summary>
      {asked === undefined ? (
        <p class="soft">{t('assessment.assess.gone')}</p>
      ) : (
        <CourseText text={asked} lang={work.course.lang} scene={text} />
      )}
    </details>
  );
}

function HandedIn({ t, work, fileAddress }: AssessPageProps) {
  return (
    <section class="work-version">
      <h2>{t('assessment.assess.work')}</h2>
      <p class="small soft">
        {t('assessment.work.version', { n: work.version, time: t.moment(work.handedInAt) })}
      </p>
      {work.text !== '' && (
        <p class="work-text" dir="auto">
          {work.text}
        </p>
      )}
      <HandedFiles t={t} files={work.files} addressOf={fileAddress} />
    </section>
  );
}

function VerdictForm(props: AssessPageProps) {
  const { t, work, action, typed, queue } = props;
  const isQuestion = work.questionId !== '';
  return (
    <form method="post" action={action} class="stack">
      <h2>{t('assessment.assess.verdict')}</h2>
      <input type="hidden" name="seen" value={seenOf(work)} />
      <Judgement {...props} />
      <TextInput
        t={t}
        id="comment"
        name="comment"
        label={t('assessment.assess.comment')}
        hint={isQuestion ? undefined : t('assessment.assess.comment.hint')}
        value={typed?.get('comment') ?? work.comment}
        error={props.problem?.field === 'comment' ? props.problem.text : undefined}
        rows={5}
        maxlength={20_000}
        dir="auto"
        optional={isQuestion}
      />
      <div class="row form-end">
        <Button kind="first" name="verdict" value="accept">
          {t(isQuestion ? 'assessment.assess.mark' : 'assessment.assess.accept')}
        </Button>
        {!isQuestion && (
          <Button name="verdict" value="rework">
            {t('assessment.assess.rework')}
          </Button>
        )}
        <LinkButton kind="quiet" href={queue}>
          {t('assessment.assess.later')}
        </LinkButton>
      </div>
    </form>
  );
}

/** Levels of the criteria where there are any, else points. */
function Judgement({ t, work, text, typed, problem }: AssessPageProps) {
  const { content } = work;
  const most = mostPoints(work);
  if (content?.type === 'assignment' && content.criteria.some(({ levels }) => levels.length > 0)) {
    const levels = typed
      ? Object.fromEntries(content.criteria.map(({ id }) => [id, typed.get(levelField(id)) ?? '']))
      : work.levels;
    return (
      <div id="levels" class="stack">
        <FieldError id="levels" error={problem?.field === 'levels' ? problem.text : undefined} />
        <CriteriaFields
          t={t}
          criteria={content.criteria}
          scene={{ lang: work.course.lang, text }}
          levels={levels}
          id="criterion"
        />
      </div>
    );
  }
  if (most === 0) return null;
  return (
    <TextInput
      id="points"
      name="points"
      label={t('assessment.assess.points', { most: t.number(most, { digits: 2 }) })}
      value={typed?.get('points') ?? (work.points === null ? '' : String(work.points))}
      error={problem?.field === 'points' ? problem.text : undefined}
      inputmode="decimal"
      autocomplete="off"
      dir="ltr"
    />
  );
}
