import { wordsOfCourseText } from '../../../platform/course-text/words.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { VoteResultsShown } from '../vote/vote-results.tsx';
import type { VoteFigures } from './item-statistics.ts';

export interface VotesShownProps {
  readonly t: Translator;
  readonly lang: string;
  readonly votes: readonly VoteFigures[];
  /** Whether anybody answered any poll or survey of the course. */
  readonly isAnswered: boolean;
}

/** Polls and surveys with what they came to; nothing where a course has none. */
export function VotesShown({ t, lang, votes, isAnswered }: VotesShownProps) {
  if (votes.length === 0) return null;
  return (
    <section class="section" aria-labelledby="votes">
      <h2 id="votes">{t('assessment.items.votes')}</h2>
      {isAnswered ? (
        <div class="stack">
          {votes.map((vote) => (
            <Vote key={vote.blockId} t={t} lang={lang} vote={vote} />
          ))}
        </div>
      ) : (
        <EmptyState title={t('assessment.items.votes.none')} text={t('assessment.vote.too-few')} />
      )}
    </section>
  );
}

function Vote({ t, lang, vote }: Pick<VotesShownProps, 't' | 'lang'> & { readonly vote: VoteFigures }) {
  const { title, unitTitle, content, results } = vote;
  return (
    <section>
      <h3 lang={lang} dir="auto">
        {title || unitTitle}
      </h3>
      {content.type === 'poll' && (
        <p lang={lang} dir="auto">
          {wordsOfCourseText(content.question).slice(0, 200)}
        </p>
      )}
      {results.hidden && <p class="soft">{t('assessment.vote.voters', { n: results.voters })}</p>}
      <VoteResultsShown t={t} content={content} results={results} lang={lang} />
    </section>
  );
}
