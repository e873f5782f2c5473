import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { answerChoices, type AnswerQuestion, answerQuestions } from './answer-choices.ts';
import type { PlannedCourse } from './planned.queries.ts';
import { plannedPath } from './planned-topic.ts';

export interface ToComeProps {
  readonly t: Translator;
  readonly site: Site;
  readonly course: PlannedCourse;
  /** Of the form: pressed twice, it counts once. */
  readonly id: string;
  readonly signedIn: boolean;
  /** What the signed-in person answered; absent when they did not say that they would take it. */
  readonly own: Readonly<Record<string, string>> | undefined;
  readonly form: FormState;
}

/** A course to come: what it would be, for whom, when, and "would you take it?". */
export function ToComePage(props: ToComeProps) {
  const { t, course } = props;
  return (
    <>
      <Pagehead
        eyebrow={t('courses.to-come.eyebrow')}
        title={course.title}
        titleLang={course.lang}
        lead={<bdi lang={course.lang}>{course.summary}</bdi>}
      />
      <div class="aside">
        <section class="stack">
          {course.isSample && (
            <p>
              <Chip>{t('courses.state.sample')}</Chip>
            </p>
          )}
          <Definitions items={whatIsKnown(t, course)} />
          <p class="soft">{t('courses.to-come.not-sure')}</p>
        </section>
        <section class="card stack" aria-labelledby="would-you">
          <h2 id="would-you">{t('courses.to-come.ask')}</h2>
          <p>
            <b>{t('courses.to-come.count', { n: course.takers })}</b>
          </p>
          <p class="soft small">{t('courses.to-come.count.how')}</p>
          <Ask {...props} />
        </section>
      </div>
    </>
  );
}

const whatIsKnown = (t: Translator, course: PlannedCourse) => [
  {
    term: t('courses.to-come.audience'),
    value: (
      <span lang={course.lang} dir="auto">
        {course.audience}
      </span>
    ),
  },
  {
    term: t('courses.to-come.when'),
    value:
      course.earliest === null
        ? t('courses.to-come.no-month')
        : t('courses.to-come.earliest', { month: t.day(course.earliest, 'month') }),
  },
  { term: t('courses.to-come.language'), value: t.languageName(course.lang) },
  ...(course.weeks === null && course.hoursAWeek === null
    ? []
    : [
        {
          term: t('courses.to-come.effort'),
          value: [
            ...(course.weeks === null ? [] : [t('courses.to-come.weeks', { n: course.weeks })]),
            ...(course.hoursAWeek === null ? [] : [t('courses.to-come.hours', { n: course.hoursAWeek })]),
          ].join(' · '),
        },
      ]),
];

function Ask(props: ToComeProps) {
  const { t, site, course, own } = props;
  if (course.toldAt !== null)
    return (
      <>
        <p>{t('courses.to-come.open')}</p>
        <LinkButton
          kind="first"
          wide
          href={urlFor(site, t.lang, `/learn/${encodeURIComponent(course.slug)}`)}
        >
          {t('courses.to-come.open.way')}
        </LinkButton>
      </>
    );
  return (
    <>
      {own !== undefined && <Notice tone="good">{t('courses.to-come.counted')}</Notice>}
      {course.state === 'asking' ? <AskForm {...props} /> : <p>{t('courses.to-come.closed')}</p>}
      {own !== undefined && (
        <form method="post" action={urlFor(site, t.lang, `${plannedPath(course.slug)}/withdraw`)}>
          <Button small kind="quiet">
            {t('courses.to-come.withdraw')}
          </Button>
        </form>
      )}
    </>
  );
}

function AskForm({ t, site, course, id, signedIn, own, form }: ToComeProps) {
  const errors = Object.entries(form.errors).map(([field, key]) => ({
    id: field,
    message: t(key as MessageKey),
  }));
  const wrongMail = errors.find((error) => error.id === 'mail')?.message;
  return (
    <form method="post" action={urlFor(site, t.lang, plannedPath(course.slug))} class="stack">
      <ErrorSummary t={t} errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="want-opens" value="1" />
      {!signedIn && (
        <TextInput
          id="mail"
          name="mail"
          type="email"
          autocomplete="email"
          required
          label={t('courses.to-come.mail')}
          hint={t('courses.to-come.mail.hint')}
          error={wrongMail}
          value={form.values['mail']}
        />
      )}
      <details open={own !== undefined || answerQuestions.some((question) => form.values[question])}>
        <summary>{t('courses.to-come.questions')}</summary>
        <div class="stack">
          {answerQuestions.map((question) => (
            <Question
              key={question}
              t={t}
              question={question}
              value={form.values[question] ?? own?.[question]}
            />
          ))}
        </div>
      </details>
      <Button kind={own === undefined ? 'first' : 'plain'} wide>
        {t(own === undefined ? 'courses.to-come.do' : 'courses.to-come.save')}
      </Button>
      {!signedIn && <p class="soft small">{t('courses.to-come.privacy')}</p>}
    </form>
  );
}

interface QuestionProps {
  readonly t: Translator;
  readonly question: AnswerQuestion;
  readonly value: string | undefined;
}

function Question({ t, question, value }: QuestionProps) {
  return (
    <Select
      id={question}
      name={question}
      label={t(`courses.to-come.q.${question}`)}
      value={value ?? ''}
      options={[
        { value: '', label: t('courses.to-come.q.none') },
        ...answerChoices[question].map((choice) => ({
          value: choice,
          label: t(`courses.to-come.q.${question}.${choice}` as MessageKey),
        })),
      ]}
    />
  );
}
