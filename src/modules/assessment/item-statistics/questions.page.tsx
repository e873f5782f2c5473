import type { ComponentChildren } from 'preact';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import type { AskedCourse } from './item-statistics.queries.ts';
import type { QuestionFigures } from './item-statistics.ts';

export interface QuestionsPageProps {
  /** The way to the other pages of the course. */
  readonly rooms: ComponentChildren;
  readonly t: Translator;
  readonly course: AskedCourse;
  readonly questions: readonly QuestionFigures[];
  readonly page: number;
  readonly hrefOf: (page: number) => string;
}

/** Questions on one page. */
export const questionsAPage = 40;

/** How the questions of a course do: a table, and beside each question what was answered how often. */
export function QuestionsPage({ t, course, questions, page, hrefOf, rooms }: QuestionsPageProps) {
  const shown = questions.slice((page - 1) * questionsAPage, page * questionsAPage);
  const answered = questions.some(({ item }) => item !== undefined);
  return (
    <>
      <Pagehead title={t('assessment.items.title')} lead={t('assessment.items.lead')} />
      {rooms}
      {!answered && <EmptyState title={t('assessment.items.none')} text={t('assessment.items.none.text')} />}
      {answered && (
        <>
          <DataTable
            t={t}
            caption={t('assessment.items.title')}
            captionUnseen
            columns={[
              { label: t('assessment.question') },
              { label: t('assessment.items.answered'), numeric: true },
              { label: t('assessment.items.right'), numeric: true },
              { label: t('assessment.items.telling') },
            ]}
            rows={shown.map((each) => row(t, course, each))}
          />
          <div class="stack section">
            {shown.map((each) => (
              <Answers key={idOf(each)} t={t} course={course} figures={each} />
            ))}
          </div>
          <Pagination
            t={t}
            page={page}
            pages={Math.ceil(questions.length / questionsAPage)}
            hrefOf={hrefOf}
          />
          <p class="small soft">{t('assessment.items.how')}</p>
        </>
      )}
    </>
  );
}

const idOf = ({ blockId, key }: QuestionFigures): string => `${blockId}-${key.replaceAll('.', '_')}`;

function row(t: Translator, course: AskedCourse, figures: QuestionFigures) {
  const { item, words, place, telling } = figures;
  return [
    <>
      <span lang={course.lang} dir="auto">
        {figures.answers.length > 0 ? <a href={`#${idOf(figures)}`}>{words}</a> : words}
      </span>
      <br />
      <span class="small soft" lang={course.lang} dir="auto">
        {place}
      </span>
    </>,
    t.number(item?.answered ?? 0),
    item ? t.percent(Math.round(item.difficulty * 100)) : '–',
    <span class={telling === 'wrongly' ? 'verdict bad' : undefined}>
      {t(`assessment.items.telling.${telling}`)}
      {telling !== 'unknown' && item?.discrimination != null && (
        <span class="soft"> ({t.number(item.discrimination, { digits: 2 })})</span>
      )}
    </span>,
  ];
}

/** Bars of what was answered; right answers say so in a word. */
function Answers({
  t,
  course,
  figures,
}: {
  readonly t: Translator;
  readonly course: AskedCourse;
  readonly figures: QuestionFigures;
}) {
  const { answers, item, words } = figures;
  if (answers.length === 0 || !item) return null;
  return (
    <section id={idOf(figures)}>
      <h2 class="items-question" lang={course.lang} dir="auto">
        {words}
      </h2>
      <BarList
        t={t}
        label={t('assessment.items.answers')}
        max={item.answered}
        items={answers.map((answer) => ({
          label: answer.right ? t('assessment.items.right-answer', { answer: answer.words }) : answer.words,
          value: answer.n,
        }))}
      />
    </section>
  );
}
