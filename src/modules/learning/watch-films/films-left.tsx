import type { Translator } from '../../../platform/i18n/translator.ts';
import { BarList } from '../../../platform/ui/bar-list.tsx';
import { type FilmFigures, leftMost, replayedMost } from './film-figures.ts';
import { sayDrop, sayReplay } from './say-films.ts';

export interface FilmsLeftProps {
  readonly t: Translator;
  readonly films: readonly FilmFigures[];
  /** Address of the page about films; of one where its block is named. */
  readonly hrefOf: (blockId?: string) => string;
}

const most = 5;

interface ListProps extends FilmsLeftProps {
  readonly id: string;
  readonly title: string;
  readonly valueOf: (film: FilmFigures) => number;
  readonly sayOf: (t: Translator, film: FilmFigures) => string | undefined;
}

/** Films that are left: where each loses most of its viewers, the worst first. */
export function FilmsLeft(props: FilmsLeftProps) {
  return (
    <FilmList
      {...props}
      id="films-left"
      title={props.t('learning.films.left')}
      films={leftMost(props.films)}
      valueOf={({ drop, viewers }) => (drop?.lost ?? 0) / viewers}
      sayOf={sayDrop}
    />
  );
}

/** Stretches that many watch again: what is hard to follow, or good. */
export function FilmsReplayed(props: FilmsLeftProps) {
  return (
    <FilmList
      {...props}
      id="films-again"
      title={props.t('learning.films.replayed')}
      films={replayedMost(props.films)}
      valueOf={({ replay, viewers }) => Math.min(1, (replay?.times ?? 0) / viewers)}
      sayOf={sayReplay}
    />
  );
}

function FilmList({ t, id, title, films, hrefOf, valueOf, sayOf }: ListProps) {
  return (
    <section class="section">
      <header>
        <h2 id={id}>{title}</h2>
        <a href={hrefOf()}>{t('learning.films.all')}</a>
      </header>
      {films.length === 0 ? (
        <p class="soft">{t('learning.tell.nothing')}</p>
      ) : (
        <BarList
          t={t}
          label={title}
          max={1}
          items={films.slice(0, most).map((film) => ({
            label: film.block.title || film.unit.title,
            href: hrefOf(film.block.id),
            value: valueOf(film),
            text: sayOf(t, film) ?? '',
          }))}
        />
      )}
    </section>
  );
}
