import type { FormState } from '../../../platform/http/form.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { type LearnScene, learnPath } from '../find-place/learn-scene.ts';
import type { CoursePlace } from '../find-place/place.ts';
import { unitsOf } from '../ledger/standing.ts';
import { mayKeep } from '../take-notes/take-notes.ts';
import type { OwnReport, OwnVoice } from './conversations.queries.ts';
import { conversationPath } from './hear-back.ts';
import { MessageForm } from './message-form.tsx';
import { MessagesList } from './messages-list.tsx';

export interface ConversationPageProps {
  readonly scene: LearnScene;
  readonly place: CoursePlace;
  readonly voice: OwnVoice;
  readonly newId: string;
  readonly form: FormState;
}

/** A learner and those who teach the course: what they wrote to each other, and what became of reports. */
export function ConversationPage(props: ConversationPageProps) {
  const { scene, place, voice, newId, form } = props;
  const { t, to } = scene;
  const { course } = place;
  const { conversation } = voice;
  const here = (...parts: readonly string[]) => to(conversationPath(course.slug, ...parts));
  return (
    <>
      <Pagehead eyebrow={course.title} title={t('learning.talk.title')} lead={t('learning.talk.lead')} />
      {conversation && (
        <MessagesList
          t={t}
          messages={conversation.messages}
          zone={place.enrolment?.run.zone ?? 'UTC'}
          unitOf={(id) => unitNamed(props, id)}
          removeAt={(id) => here(id, 'remove')}
        />
      )}
      {conversation && conversation.unread > 0 && <MarkRead {...props} action={here('read')} />}
      {conversation?.state === 'closed' && (
        <Notice tone="soon" title={t('learning.talk.closed')}>
          <bdi>{conversation.reason}</bdi>
        </Notice>
      )}
      {conversation?.state !== 'closed' && mayKeep(place) && (
        <section class="section" aria-labelledby="write">
          <h2 id="write">{t('learning.talk.write')}</h2>
          {conversation?.state === 'settled' && <p class="soft">{t('learning.talk.settled')}</p>}
          <MessageForm
            t={t}
            action={here()}
            newId={newId}
            unitId={form.values['unit'] ?? ''}
            goesOn={conversation !== null && form.values['good'] === undefined}
            form={form}
          />
        </section>
      )}
      <Reports {...props} />
    </>
  );
}

function unitNamed({ scene, place }: ConversationPageProps, id: string) {
  const unit = unitsOf(place.course.outline).find((each) => each.id === id);
  return unit && { title: unit.title, href: scene.to(learnPath(place.course.slug, unit.id)) };
}

/** With a script, staying on the page is having read it. */
function MarkRead({ scene: { t, now }, action }: ConversationPageProps & { readonly action: string }) {
  return (
    <form
      method="post"
      action={action}
      data-visit={`${action}?upTo=${encodeURIComponent(now.toISOString())}`}
    >
      <input type="hidden" name="upTo" value={now.toISOString()} />
      <Button small>{t('learning.talk.read')}</Button>
    </form>
  );
}

const tones = { open: 'soon', mended: 'open', 'no-fault': 'plain' } as const;

function Reports(props: ConversationPageProps) {
  const { scene, voice } = props;
  const { t } = scene;
  if (voice.reports.length === 0) return null;
  return (
    <section class="section" aria-labelledby="reports">
      <h2 id="reports">{t('learning.talk.reports')}</h2>
      <ul class="list">
        {voice.reports.map((report) => (
          <ReportLine key={report.id} {...props} report={report} />
        ))}
      </ul>
    </section>
  );
}

function ReportLine(props: ConversationPageProps & { readonly report: OwnReport }) {
  const { scene, report } = props;
  const { t } = scene;
  const unit = unitNamed(props, report.unitId);
  return (
    <li class="stack">
      <Facts
        items={[
          <b>{t(`learning.tell.fault.${report.fault}`)}</b>,
          unit ? (
            <a href={unit.href} dir="auto">
              {unit.title}
            </a>
          ) : (
            t('learning.tell.gone')
          ),
          t.day(report.at.slice(0, 10), 'day-month'),
          <Chip tone={tones[report.state]}>{t(`learning.talk.report.${report.state}`)}</Chip>,
        ]}
      />
      {report.words !== '' && (
        <p class="note-text soft" dir="auto">
          {report.words}
        </p>
      )}
      {report.answer !== '' && (
        <p class="note-text" dir="auto">
          {report.answer}
        </p>
      )}
    </li>
  );
}
