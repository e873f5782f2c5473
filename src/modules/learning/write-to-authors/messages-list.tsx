import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import type { Message } from './message.ts';

export interface MessagesListProps {
  readonly t: Translator;
  readonly messages: readonly Message[];
  /** Hours are said in it. */
  readonly zone: string;
  /** The name of the learner; absent where the learner reads. */
  readonly learner?: string;
  /** Title and address of a unit that is there. */
  readonly unitOf: (id: string) => { readonly title: string; readonly href: string } | undefined;
  /** Where a learner takes a message of their own away. */
  readonly removeAt?: (id: string) => string;
}

/** What both sides wrote, the oldest first. */
export function MessagesList(props: MessagesListProps) {
  const { t, messages } = props;
  return (
    <ol class="talk" aria-label={t('learning.talk.messages')}>
      {messages.map((message) => (
        <li
          key={message.id}
          id={`m-${message.id}`}
          class={message.byLearner ? 'talk-asked' : 'talk-answered'}
        >
          <MessageView {...props} message={message} />
        </li>
      ))}
    </ol>
  );
}

function MessageView(props: MessagesListProps & { readonly message: Message }) {
  const { t, message, zone, unitOf, removeAt } = props;
  const { id, byLearner, unitId, good, bad, words, at } = message;
  const unit = unitId === '' ? undefined : unitOf(unitId);
  return (
    <>
      <Facts
        items={[
          <b>{whoWrote(props)}</b>,
          t.moment(at, zone),
          unit && (
            <a href={unit.href} dir="auto">
              {unit.title}
            </a>
          ),
        ]}
      />
      {good !== '' && <Part label={t('learning.talk.good')} text={good} />}
      {bad !== '' && <Part label={t('learning.talk.bad')} text={bad} />}
      {words !== '' && (
        <p class="note-text" dir="auto">
          {words}
        </p>
      )}
      {byLearner && removeAt && (
        <form method="post" action={removeAt(id)}>
          <Button small kind="quiet">
            {t('learning.talk.remove')}
            <span class="unseen"> {t.moment(at, zone)}</span>
          </Button>
        </form>
      )}
    </>
  );
}

function whoWrote({ t, learner, message }: MessagesListProps & { readonly message: Message }) {
  if (message.byLearner) return learner === undefined ? t('learning.talk.you') : <bdi>{learner}</bdi>;
  return message.author === null ? t('learning.talk.somebody') : <bdi>{message.author}</bdi>;
}

const Part = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div>
    <p class="small soft">{label}</p>
    <p class="note-text" dir="auto">
      {text}
    </p>
  </div>
);
