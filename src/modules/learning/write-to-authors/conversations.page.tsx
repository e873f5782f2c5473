import type { Query } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import type { ConversationLine } from './conversations.queries.ts';

export interface ConversationsPageProps {
  readonly t: Translator;
  readonly lines: readonly ConversationLine[];
  readonly show: 'waiting' | 'all';
  readonly page: number;
  readonly pages: number;
  readonly listHref: (query: Query) => string;
  readonly hrefOf: (enrolmentId: string) => string;
}

/** What learners of a course write: those who wait longest come first. */
export function ConversationsPage(props: ConversationsPageProps) {
  const { t, lines, show, page, pages, listHref } = props;
  return (
    <>
      <Tabs
        t={t}
        label={t('learning.talk.teach.title')}
        items={(['waiting', 'all'] as const).map((each) => ({
          label: t(`learning.talk.teach.show.${each}`),
          href: listHref({ show: each === 'all' ? 'all' : undefined }),
          current: each === show,
        }))}
      />
      {lines.length === 0 ? (
        <EmptyState title={t(`learning.talk.teach.none.${show}`)} text={t('learning.talk.teach.none.text')} />
      ) : (
        <ul class="list">
          {lines.map((line) => (
            <Line key={line.enrolmentId} {...props} line={line} />
          ))}
        </ul>
      )}
      {pages > 1 && (
        <Pagination
          t={t}
          page={page}
          pages={pages}
          hrefOf={(n) => listHref({ show: show === 'all' ? 'all' : undefined, page: n > 1 ? n : undefined })}
        />
      )}
    </>
  );
}

function Line({ t, hrefOf, line }: ConversationsPageProps & { readonly line: ConversationLine }) {
  const { enrolmentId, name, runTitle, state, isWaiting, lastAt, begins, byLearner } = line;
  return (
    <li class="stack">
      <h2>
        <a href={hrefOf(enrolmentId)}>
          <bdi>{name}</bdi>
        </a>
      </h2>
      {begins !== '' && (
        <p dir="auto" class={byLearner ? undefined : 'soft'}>
          {begins}
        </p>
      )}
      <Facts
        items={[
          isWaiting && <Chip tone="soon">{t('learning.talk.teach.waits')}</Chip>,
          state === 'closed' && <Chip tone="past">{t('learning.talk.teach.closed')}</Chip>,
          t.day(lastAt.toISOString().slice(0, 10), 'day-month'),
          runTitle !== '' && runTitle,
        ]}
      />
    </li>
  );
}
