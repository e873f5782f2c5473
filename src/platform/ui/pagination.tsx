import { Icon } from './icon.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface PaginationProps {
  readonly t: Translator;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
  /** Region that changes instead of the whole page, where there is script. */
  readonly swap?: string | undefined;
}

/** Pages that are worth a link: the first, the last, and those around the current one; 0 stands for a gap. */
export function pageWindow(page: number, pages: number): readonly number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((each, place) => {
    const before = sorted[place - 1] ?? each - 1;
    if (each - before === 2) return [each - 1, each];
    return each - before > 2 ? [0, each] : [each];
  });
}

export function Pagination({ t, page, pages, hrefOf, swap }: PaginationProps) {
  if (pages <= 1) return null;
  const step = (to: number, rel: 'prev' | 'next') => (
    <a class="btn small" href={hrefOf(to)} rel={rel} data-swap={swap}>
      {rel === 'prev' && <Icon name="back" />}
      {t(rel === 'prev' ? 'ui.pages.previous' : 'ui.pages.next')}
      {rel === 'next' && <Icon name="forward" />}
    </a>
  );
  return (
    <nav class="pages" aria-label={t('ui.pages')}>
      <div class="pages-row">
        {page > 1 ? step(page - 1, 'prev') : <span />}
        <ol>
          {pageWindow(page, pages).map((each, place) => (
            <li key={place}>
              {each === 0 ? (
                <span aria-hidden="true">…</span>
              ) : (
                <a
                  href={hrefOf(each)}
                  aria-label={t('ui.pages.page', { n: each })}
                  aria-current={each === page ? 'page' : undefined}
                  data-swap={swap}
                >
                  {t.number(each)}
                </a>
              )}
            </li>
          ))}
        </ol>
        {page < pages ? step(page + 1, 'next') : <span />}
      </div>
    </nav>
  );
}
