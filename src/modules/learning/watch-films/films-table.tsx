import type { Translator } from '../../../platform/i18n/translator.ts';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import type { FilmFigures } from './film-figures.ts';
import { sayDrop, sayReplay } from './say-films.ts';

export interface FilmsTableProps {
  readonly t: Translator;
  readonly films: readonly FilmFigures[];
  readonly hrefOf: (blockId: string) => string;
}

/** Every film that enough people watched, in the order of the course. */
export function FilmsTable({ t, films, hrefOf }: FilmsTableProps) {
  if (films.length === 0)
    return <EmptyState title={t('learning.films.none')} text={t('learning.films.none.text')} />;
  return (
    <DataTable
      t={t}
      caption={t('learning.films.title')}
      captionUnseen
      columns={[
        { label: t('learning.films.film') },
        { label: t('learning.films.viewers.head'), numeric: true },
        { label: t('learning.films.to-the-end'), numeric: true },
        { label: t('learning.films.left-most') },
        { label: t('learning.films.again-most') },
      ]}
      rows={films.map((film) => [
        <a key={film.block.id} href={hrefOf(film.block.id)} dir="auto">
          {film.block.title || film.unit.title}
        </a>,
        t.number(film.viewers),
        t.percent(Math.round(100 * (film.there.at(-1) ?? 0))),
        sayDrop(t, film) ?? t('learning.films.nowhere'),
        sayReplay(t, film) ?? t('learning.films.nothing'),
      ])}
    />
  );
}
