import type { ComponentChildren } from 'preact';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { queuePage, type TaughtCourse, type WaitingWork } from './work-desk.queries.ts';

export interface QueuePageProps {
  /** The way to the other pages of the course. */
  readonly rooms: ComponentChildren;
  readonly t: Translator;
  readonly course: TaughtCourse & { readonly waiting: number; readonly work: readonly WaitingWork[] };
  readonly now: Date;
  readonly hrefOf: (workId: string) => string;
}

/** Work that waits to be looked at, oldest first. */
export function QueuePage({ t, course, now, hrefOf, rooms }: QueuePageProps) {
  const { work, waiting } = course;
  if (work.length === 0)
    return (
      <>
        <Pagehead title={t('assessment.queue.title')} />
        {rooms}
        <EmptyState title={t('assessment.queue.none')} text={t('assessment.queue.none.text')} />
      </>
    );
  return (
    <>
      <Pagehead title={t('assessment.queue.title')} lead={t('assessment.queue.lead', { n: waiting })} />
      {rooms}
      <ol class="entries">
        {work.map((each) => (
          <li key={each.id}>
            <div class="grow">
              <h2 class="entry-name">
                <a href={hrefOf(each.id)}>
                  <bdi>{each.learner ?? t('assessment.queue.nobody')}</bdi>
                </a>
              </h2>
              <Facts
                items={[
                  <span lang={course.lang}>{each.blockTitle}</span>,
                  each.blockTitle === each.unitTitle ? null : (
                    <span lang={course.lang}>{each.unitTitle}</span>
                  ),
                  each.version > 1 && t('assessment.queue.version', { n: each.version }),
                  waitingSince(t, each.handedInAt, now),
                ]}
              />
            </div>
          </li>
        ))}
      </ol>
      {waiting > queuePage && <p class="soft">{t('assessment.queue.more', { n: waiting - queuePage })}</p>}
    </>
  );
}

function waitingSince(t: Translator, at: string, now: Date): string {
  const days = Math.floor((now.getTime() - new Date(at).getTime()) / 86_400_000);
  return days > 0 ? t.relativeDays(-days) : t.day(dayOf(new Date(at)), 'short');
}
