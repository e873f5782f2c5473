import { visit } from './live-history.ts';
import { regionsOf } from './swap.ts';

/** Links marked `data-swap="REGION ..."` change these regions instead of the page. */
export function liveLinks(): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-swap]') : null;
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.origin !== location.origin)
      return;
    event.preventDefault();
    void follow(link);
  });
}

async function follow(link: HTMLAnchorElement): Promise<void> {
  const [region] = await visit(link.href, regionsOf(link.dataset['swap']));
  if (!region || link.isConnected) return;
  region.tabIndex = -1;
  region.focus({ preventScroll: true });
  if (region.getBoundingClientRect().top < 0) region.scrollIntoView();
}
