import type { ComponentChildren } from 'preact';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import type { AskedCourse } from './item-statistics.queries.ts';
import type { QuestionFigures, VoteFigures } from './item-statistics.ts';
import { VotesShown } from './votes-shown.tsx';

export interface QuestionsPageProps {
  /** The way to the other pages of the course. */
  readonly rooms: ComponentChildren;
  readonly t: Translator;
  readonly course: AskedCourse;
  readonly questions: readonly QuestionFigures[];
  readonly votes: readonly VoteFigures[];
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

const questionsAPage = 40;
const votesAPage = 10;

const areQuestionsAnswered = (questions: readonly Pick<QuestionFigures, 'item'>[]): boolean =>
  questions.some(({ item }) => item !== undefined);
const areVotesAnswered = (votes: readonly Pick<VoteFigures, 'results'>[]): boolean =>
  votes.some(({ results }) => results.voters > 0);

/** Pages that questions and, beside them, polls and surveys fill once any of them was answered; at least 1. */
export function pagesOf(
  questions: readonly Pick<QuestionFigures, 'item'>[],
  votes: readonly Pick<VoteFigures, 'results'>[],
): number {
  const shown = areQuestionsAnswered(questions) ? questions.length : 0;
  const shownVotes = areVotesAnswered(votes) ? votes.length : 0;
  return Math.max(1, Math.ceil(shown / questionsAPage), Math.ceil(shownVotes / votesAPage));
}

const partOf = <T,>(all: readonly T[], page: number, size: number): T[] =>
  all.slice((page - 1) * size, page * size);

/**
 * How the questions of a course do: a table, and beside each question what was answered how often; then what its polls and
 * surveys say.
 */
export function QuestionsPage(props: QuestionsPageProps) {
  const { t, course, questions, votes, page, pages, hrefOf, rooms } = props;
  const shown = partOf(questions, page, questionsAPage);
  const answered = areQuestionsAnswered(questions);
  const isAskedForVotesOnly = questions.length === 0 && votes.length > 0;
  return (
    <>
      <Pagehead title={t('assessment.items.title')} lead={t('assessment.items.lead')} />
      {rooms}
      {!answered && !isAskedForVotesOnly && (
        <EmptyState title={t('assessment.items.none')} text={t('assessment.items.none.text')} />
      )}
      {answered && shown.length > 0 && (
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
          <p class="small soft">{t('assessment.items.how')}</p>
        </>
      )}
      <VotesShown
        t={t}
        lang={course.lang}
        votes={partOf(votes, page, votesAPage)}
        isAnswered={areVotesAnswered(votes)}
      />
      <Pagination t={t} page={page} pages={pages} hrefOf={hrefOf} />
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
