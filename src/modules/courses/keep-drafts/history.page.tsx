import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import type { EarlierBlock } from '../edit-block/block.queries.ts';
import { CompareForm } from './compare-form.tsx';
import { ChangesView } from './changes-view.tsx';
import { wordChanges } from './word-changes.ts';
import { wordsOfBlock } from './words-of-block.ts';

export interface HistoryPageProps {
  readonly t: Translator;
  readonly action: string;
  /** Of the course. */
  readonly lang: string;
  /** The present first, then what was before. */
  readonly states: readonly EarlierBlock[];
  readonly from: EarlierBlock;
  readonly to: EarlierBlock;
}

/** Two states of a block side by side in one text, and the way back to the earlier one. */
export function HistoryPage({ t, action, lang, states, from, to }: HistoryPageProps) {
  const now = states[0]?.revision;
  const options = states.map((state) => ({
    value: String(state.revision),
    label: state.revision === now ? t('courses.history.now') : said(t, state),
  }));
  if (states.length === 1) return <p>{t('courses.history.none')}</p>;
  return (
    <>
      <CompareForm t={t} action={action} options={options} from={from.revision} to={to.revision} />
      <section class="section">
        <ChangesView t={t} lang={lang} changes={wordChanges(wordsOfBlock(from), wordsOfBlock(to))} />
      </section>
      {from.revision !== now && (
        <form method="post" action={action} class="section stack">
          <input type="hidden" name="revision" value={String(from.revision)} />
          <p class="soft">{said(t, from)}</p>
          <div>
            <Button kind="first">{t('courses.history.restore')}</Button>
          </div>
        </form>
      )}
    </>
  );
}

const said = (t: Translator, { at, by }: EarlierBlock): string =>
  by === null ? t.moment(at) : t('courses.history.entry', { moment: t.moment(at), name: by });
