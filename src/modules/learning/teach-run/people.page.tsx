import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { TaughtCourse } from '../find-place/place.ts';
import { unitsOf } from '../ledger/standing.ts';
import { type PersonInRun, peoplePerPage } from './people.queries.ts';
import { type Segment, segments } from './segments.ts';

export interface PeopleProps {
  readonly t: Translator;
  readonly course: TaughtCourse;
  readonly people: readonly PersonInRun[];
  readonly total: number;
  readonly segment: Segment;
  readonly q: string;
  readonly page: number;
  readonly hrefOf: (end: string, query?: Readonly<Record<string, string | number>>) => string;
}

/** Who is in a run, by name, in groups that a teacher asks for. */
export function People({ t, course, people, total, segment, q, page, hrefOf }: PeopleProps) {
  const units = new Map(unitsOf(course.outline).map(({ id, title }) => [id, title]));
  const query = { segment, ...(q !== '' && { q }) };
  const last = (person: PersonInRun) => person.lastSeenAt ?? person.enrolledAt;
  return (
    <>
      <form method="get" action={hrefOf('/people')} class="row section">
        <Select
          id="segment"
          name="segment"
          label={t('learning.teach.group')}
          value={segment}
          options={segments.map((value) => ({ value, label: t(`learning.teach.segment.${value}`) }))}
        />
        <TextInput id="q" name="q" label={t('learning.teach.name')} value={q} dir="auto" />
        <Button>{t('learning.teach.show')}</Button>
        <LinkButton kind="quiet" href={hrefOf('/people.csv', query)}>
          {t('learning.teach.csv')}
        </LinkButton>
      </form>
      <DataTable
        t={t}
        caption={t('learning.teach.people.n', { n: total })}
        columns={[
          { label: t('learning.teach.name') },
          { label: t('learning.teach.state') },
          { label: t('learning.teach.share'), numeric: true },
          { label: t('learning.teach.next') },
          { label: t('learning.teach.last-seen') },
        ]}
        rows={people.map((person) => [
          <a key={person.enrolmentId} href={hrefOf(`/people/${person.enrolmentId}`)}>
            <bdi>{person.name}</bdi>
          </a>,
          t(`learning.teach.state.${person.state}`),
          t.percent(Math.floor(person.share * 100)),
          <bdi key="next" lang={course.lang}>
            {person.state === 'active' ? (units.get(person.nextUnitId ?? '') ?? '') : ''}
          </bdi>,
          t.day(last(person).toISOString().slice(0, 10), 'short'),
        ])}
        empty={t('learning.teach.people.none')}
      />
      <Pagination
        t={t}
        page={page}
        pages={Math.ceil(total / peoplePerPage)}
        hrefOf={(to) => hrefOf('/people', { ...query, page: to })}
      />
    </>
  );
}
