import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import type { VoteContent, VoteResults } from './vote.ts';

export interface VoteResultsProps {
  readonly t: Translator;
  readonly content: VoteContent;
  readonly results: VoteResults;
  /** BCP 47 tag of the course's texts. */
  readonly lang: string;
}

/** What a poll or survey came to: bars by option, of a survey question by question; of small groups only that they are small. */
export function VoteResultsShown({ t, content, results, lang }: VoteResultsProps) {
  if (results.hidden) return <p class="soft">{t('assessment.vote.too-few')}</p>;
  return (
    <div class="stack">
      <p class="soft">{t('assessment.vote.voters', { n: results.voters })}</p>
      {results.questions.map(({ questionId, options }) => (
        <div key={questionId} lang={lang}>
          {content.type === 'survey' && <p>{wordsOf(content.questions, questionId)}</p>}
          <BarList
            t={t}
            label={t('assessment.vote.results')}
            max={results.voters}
            items={options.map(({ optionId, votes }) => ({
              label: wordsOf(content.options, optionId),
              value: votes,
              text: t.percent(Math.round((votes / results.voters) * 100)),
            }))}
          />
        </div>
      ))}
    </div>
  );
}

const wordsOf = (list: readonly { readonly id: string; readonly text: string }[], id: string): string =>
  list.find((each) => each.id === id)?.text ?? '';
