import { CourseText } from '../../../platform/course-text/course-text.tsx';
import { courseTextOfMarkdown } from '../../../platform/course-text/course-text-of-markdown.ts';
import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Checkbox } from '../../../platform/ui/choices.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { segments } from '../teach-run/segments.ts';
import type { AnnouncementInput } from './announce-run.ts';
import type { Announcement } from './announcements.queries.ts';

/** Announcements hold text alone: no file of the course, no unit. */
export const plainScene = (t: Translator) => ({
  fileOf: () => undefined,
  unitAddress: () => undefined,
  tableLabel: t('learning.announce.table'),
});

export interface AnnouncementsProps {
  readonly t: Translator;
  readonly lang: string;
  readonly form: FormState;
  readonly announcements: readonly Announcement[];
  readonly action: string;
}

/** Writing to the people of a run, and what they were told before. */
export function Announcements({ t, lang, form, announcements, action }: AnnouncementsProps) {
  const { values, errors } = form;
  const said = Object.entries(errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  const errorOf = (name: string) => (errors[name] === undefined ? undefined : t(errors[name] as MessageKey));
  return (
    <>
      <form method="post" action={action} class="stack section">
        <ErrorSummary t={t} errors={said} />
        <input type="hidden" name="id" value={values['id']} />
        <Select
          id="segment"
          name="segment"
          label={t('learning.announce.to')}
          value={values['segment'] ?? 'all'}
          options={segments.map((value) => ({ value, label: t(`learning.teach.segment.${value}`) }))}
        />
        <TextInput
          id="title"
          name="title"
          label={t('learning.announce.title')}
          value={values['title']}
          error={errorOf('title')}
          maxlength={200}
          dir="auto"
          required
        />
        <TextInput
          id="body"
          name="body"
          label={t('learning.announce.text')}
          hint={t('learning.announce.text.hint')}
          value={values['body']}
          error={errorOf('body')}
          rows={8}
          dir="auto"
          required
        />
        <Checkbox
          id="letter"
          name="letter"
          value="yes"
          label={t('learning.announce.letter')}
          checked={values['letter'] === 'yes'}
        />
        <div>
          <Button kind="first">{t('learning.announce.look')}</Button>
        </div>
      </form>
      <section class="section">
        <h2>{t('learning.announce.before')}</h2>
        {announcements.length === 0 && <p class="soft">{t('learning.announce.none')}</p>}
        {announcements.map((announcement) => (
          <article key={announcement.id} class="card stack">
            <h3>
              <bdi>{announcement.title}</bdi>
            </h3>
            <p class="soft small">
              {[
                t.moment(announcement.sentAt),
                t(`learning.teach.segment.${announcement.segment}`),
                announcement.doneAt === null
                  ? t('learning.announce.telling', { n: announcement.told })
                  : t('learning.announce.told', { n: announcement.told }),
              ].join(' · ')}
            </p>
            <CourseText text={announcement.text} lang={lang} scene={plainScene(t)} />
          </article>
        ))}
      </section>
    </>
  );
}

export interface LookProps {
  readonly t: Translator;
  readonly lang: string;
  readonly input: AnnouncementInput;
  readonly count: number;
  readonly action: string;
  readonly back: string;
}

/** What people will read, and how many, before it goes out. */
export function LookBefore({ t, lang, input, count, action, back }: LookProps) {
  return (
    <form method="post" action={action} class="stack section">
      <p>
        {t(input.letter === 'yes' ? 'learning.announce.ask.letter' : 'learning.announce.ask', { n: count })}
      </p>
      <article class="card stack">
        <h2>
          <bdi>{input.title}</bdi>
        </h2>
        <CourseText text={courseTextOfMarkdown(input.body)} lang={lang} scene={plainScene(t)} />
      </article>
      {(['id', 'segment', 'title', 'body', 'letter'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={input[name] ?? ''} />
      ))}
      <input type="hidden" name="sure" value="yes" />
      <div class="row form-end">
        <Button kind="first">{t('learning.announce.send')}</Button>
        <Button name="again" value="yes">
          {t('learning.announce.change')}
        </Button>
        <LinkButton kind="quiet" href={back}>
          {t('learning.announce.drop')}
        </LinkButton>
      </div>
    </form>
  );
}
