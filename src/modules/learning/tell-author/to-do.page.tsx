import type { ComponentChildren } from 'preact';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList, type BarListItem } from '../../../platform/ui/bar-list.tsx';
import { Button } from '../../../platform/ui/button.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { FilmsLeft, FilmsReplayed } from '../watch-films/films-left.tsx';
import type { OpenReport } from './to-do.queries.ts';
import { type Share, smallestGroup, type ToDo } from './to-do.ts';

export interface ToDoProps {
  readonly t: Translator;
  readonly todo: ToDo;
  readonly rooms: ComponentChildren;
  /** Address of a page of the course: '/units/x'. */
  readonly hrefOf: (end: string) => string;
}

/** What learners say and do that asks for work on a course. */
export function ToDoPage(props: ToDoProps) {
  const { t, todo, rooms } = props;
  const { course, lost, stops, failed, isUntouched } = todo;
  return (
    <div class="authoring">
      <Pagehead
        eyebrow={course.title}
        title={t('learning.tell.title')}
        lead={t('learning.tell.lead', { n: smallestGroup })}
      />
      {rooms}
      {isUntouched && (
        <Notice tone="soon">
          {t('learning.tell.untouched', { day: t.day(course.changedAt.toISOString().slice(0, 10)) })}{' '}
          <a href={props.hrefOf('/up-to-date')}>{t('courses.upkeep.title')}</a>
        </Notice>
      )}
      <Waiting {...props} />
      <Reports {...props} />
      <Worst
        {...props}
        id="lost"
        title={t('learning.tell.lost')}
        rows={lost.map((row) => ({ ...row, label: row.unit.title, href: editorOf(props, row.unit.id) }))}
      />
      <Worst
        {...props}
        id="stops"
        title={t('learning.tell.stops')}
        hint={t('learning.tell.stops.hint')}
        rows={stops.map((row) => ({ ...row, label: row.unit.title, href: editorOf(props, row.unit.id) }))}
      />
      <Worst
        {...props}
        id="failed"
        title={t('learning.tell.failed')}
        rows={failed.map((row) => ({
          ...row,
          label: row.block.title || row.unit.title,
          href: editorOf(props, row.unit.id, row.block.id),
        }))}
      />
      <FilmsLeft t={t} films={todo.films} hrefOf={(id) => filmHref(props, id)} />
      <FilmsReplayed t={t} films={todo.films} hrefOf={(id) => filmHref(props, id)} />
      <section class="section">
        <a href={props.hrefOf('/diversity')}>{t('courses.diversity.title')}</a>
      </section>
    </div>
  );
}

/** How films are watched, or one of them. */
const filmHref = ({ hrefOf }: ToDoProps, blockId?: string): string =>
  hrefOf(blockId === undefined ? '/watched' : `/watched/${encodeURIComponent(blockId)}`);

/** Where a unit or a block is written. */
const editorOf = ({ hrefOf }: ToDoProps, unitId: string, blockId = ''): string =>
  `${hrefOf(`/units/${encodeURIComponent(unitId)}`)}${blockId === '' ? '' : `#blocks-${blockId}`}`;

/** Learners who wait for an answer: their words come before every figure. */
function Waiting({ t, todo, hrefOf }: ToDoProps) {
  const { waiting } = todo.voices;
  if (waiting === 0) return null;
  return (
    <Notice tone="soon">
      {t('learning.talk.teach.waiting.n', { n: waiting })}{' '}
      <a href={hrefOf('/conversations')}>{t('learning.tell.waiting')}</a>
    </Notice>
  );
}

function Reports(props: ToDoProps) {
  const { t, todo } = props;
  const { reports, open } = todo.voices;
  return (
    <section class="section stack" aria-labelledby="reports">
      <h2 id="reports">{t('learning.tell.reports')}</h2>
      {open === 0 && <p class="soft">{t('learning.tell.reports.none')}</p>}
      {reports.map((report) => (
        <Report key={report.id} {...props} report={report} />
      ))}
      {open > reports.length && (
        <p class="small soft">{t('learning.tell.reports.more', { n: open - reports.length })}</p>
      )}
    </section>
  );
}

function Report(props: ToDoProps & { readonly report: OpenReport }) {
  const { t, todo, report, hrefOf } = props;
  const { id, unitId, blockId, fault, words, at, name, address } = report;
  const unit = todo.units.find((each) => each.id === unitId);
  const block = unit?.blocks.find((each) => each.id === blockId);
  const place = block ? block.title || t(`courses.kind.${block.type}`) : t('learning.tell.whole-unit');
  return (
    <article class="card stack">
      <h3>
        {unit ? (
          <a href={editorOf(props, unitId, block?.id)}>
            <bdi>{unit.title}</bdi>
          </a>
        ) : (
          t('learning.tell.gone')
        )}
      </h3>
      <Facts
        items={[
          <b>{t(`learning.tell.fault.${fault}`)}</b>,
          unit !== undefined && place,
          t.day(at.slice(0, 10)),
          address !== null && (
            <a href={`mailto:${address}`} dir="auto">
              {name}
            </a>
          ),
        ]}
      />
      {words !== '' && (
        <p class="note-text" dir="auto">
          {words}
        </p>
      )}
      <form method="post" action={hrefOf(`/to-do/${id}`)} class="stack">
        <TextInput
          t={t}
          id={`answer-${id}`}
          name="answer"
          label={t('learning.tell.answer')}
          rows={2}
          maxlength={1000}
          dir="auto"
          optional
        />
        <div class="row">
          <Button small name="state" value="mended">
            {t('learning.tell.mended')}
          </Button>
          <Button small kind="quiet" name="state" value="no-fault">
            {t('learning.tell.no-fault')}
          </Button>
        </div>
      </form>
    </article>
  );
}

interface WorstProps extends ToDoProps {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly rows: readonly (Share & Pick<BarListItem, 'label' | 'href'>)[];
}

/** The worst of a kind, as shares of those whom it concerns. */
function Worst({ t, id, title, hint, rows }: WorstProps) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint !== undefined && <p class="small soft">{hint}</p>}
      {rows.length === 0 ? (
        <p class="soft">{t('learning.tell.nothing')}</p>
      ) : (
        <BarList
          t={t}
          label={title}
          max={1}
          items={rows.map(({ label, href, part, of }) => ({
            ...{ label, href },
            value: part / of,
            text: t('learning.tell.share', { part: t.number(part), of: t.number(of) }),
          }))}
        />
      )}
    </section>
  );
}
