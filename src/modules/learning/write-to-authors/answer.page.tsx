import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { ConversationToAnswer, CourseTalked } from './conversations.queries.ts';
import { longest } from './message.ts';
import { MessagesList } from './messages-list.tsx';

export interface AnswerPageProps {
  readonly t: Translator;
  readonly course: CourseTalked;
  readonly conversation: ConversationToAnswer;
  readonly action: string;
  /** How far this learner is. */
  readonly personHref: string;
  readonly unitHref: (id: string) => string;
  readonly newId: string;
  readonly form: FormState;
}

/** One learner's conversation, for those who answer. */
export function AnswerPage(props: AnswerPageProps) {
  const { t, course, conversation, personHref, unitHref } = props;
  return (
    <>
      <p>
        <a href={personHref}>{t('learning.talk.teach.person')}</a>
      </p>
      <MessagesList
        t={t}
        messages={conversation.messages}
        zone={conversation.zone}
        learner={conversation.name}
        unitOf={(id) => {
          const title = course.units[id];
          return title === undefined ? undefined : { title, href: unitHref(id) };
        }}
      />
      {conversation.state === 'closed' ? <Closed {...props} /> : <Answer {...props} />}
    </>
  );
}

const wrongIn = ({ t, form }: AnswerPageProps, field: string): string | undefined => {
  const wrong = form.errors[field];
  return wrong === undefined ? undefined : t(wrong as MessageKey, { n: longest });
};

function Answer(props: AnswerPageProps) {
  const { t, conversation, action, newId, form } = props;
  return (
    <>
      <section class="section" aria-labelledby="answer">
        <h2 id="answer">{t('learning.talk.teach.answer')}</h2>
        <form method="post" action={action} class="stack">
          <input type="hidden" name="id" value={newId} />
          <TextInput
            t={t}
            id="talk-words"
            name="words"
            label={t('learning.talk.teach.words')}
            hint={t('learning.talk.teach.told')}
            value={form.values['words']}
            error={wrongIn(props, 'words')}
            rows={5}
            maxlength={longest}
            dir="auto"
            required
          />
          <div class="row">
            <Button kind="first">{t('learning.talk.teach.send')}</Button>
          </div>
        </form>
        {conversation.isWaiting && (
          <form method="post" action={`${action}/state`}>
            <Button kind="quiet" name="do" value="settle">
              {t('learning.talk.teach.settle')}
            </Button>
          </form>
        )}
      </section>
      <Close {...props} />
    </>
  );
}

/** Ending a conversation that hurts; the reason is read by the learner. */
function Close(props: AnswerPageProps) {
  const { t, action, form } = props;
  return (
    <details class="fold" open={form.errors['reason'] !== undefined}>
      <summary>{t('learning.talk.teach.close')}</summary>
      <form method="post" action={`${action}/state`} class="stack">
        <p class="soft">{t('learning.talk.teach.close.text')}</p>
        <TextInput
          t={t}
          id="talk-reason"
          name="reason"
          label={t('learning.talk.teach.reason')}
          value={form.values['reason']}
          error={wrongIn(props, 'reason')}
          rows={2}
          maxlength={500}
          dir="auto"
          required
        />
        <div class="row">
          <Button kind="danger" name="do" value="close">
            {t('learning.talk.teach.close')}
          </Button>
        </div>
      </form>
    </details>
  );
}

function Closed({ t, conversation, action }: AnswerPageProps) {
  return (
    <>
      <Notice tone="soon" title={t('learning.talk.teach.closed')}>
        <bdi>{conversation.reason}</bdi>
      </Notice>
      <form method="post" action={`${action}/state`}>
        <Button name="do" value="reopen">
          {t('learning.talk.teach.reopen')}
        </Button>
      </form>
    </>
  );
}
