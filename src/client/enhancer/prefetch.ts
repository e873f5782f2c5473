const restMs = 80;
const never = '[data-no-prefetch], [download], [target], [rel~=nofollow]';

/** Fetches the page behind a link on which the pointer rests. Browsers with speculation rules do it themselves. */
export function prefetchOnHover(): void {
  const network = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection;
  if (network?.saveData || HTMLScriptElement.supports?.('speculationrules')) return;
  const fetched = new Set<string>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('pointerover', (event) => {
    clearTimeout(waiting);
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (
      !link ||
      link.matches(never) ||
      link.origin !== location.origin ||
      link.pathname === location.pathname
    )
      return;
    if (!fetched.has(link.href)) waiting = setTimeout(() => hint(link.href, fetched), restMs);
  });
}

function hint(href: string, fetched: Set<string>): void {
  fetched.add(href);
  const link = document.createElement('link');
  link.rel = 'prefetch';
  link.href = href;
  document.head.append(link);
}
