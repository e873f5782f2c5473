const stayedMs = 4000;

/**
 * Tells the site where a learner is (`[data-visit]` holds the address) once they stayed some seconds, and that they came to
 * the end once it was in sight. Only saves a press: the button at the end does the same.
 */
export function tellVisits(): void {
  const end = document.querySelector<HTMLElement>('[data-visit]');
  if (!end) return;
  const address = end.dataset['visit'] ?? '';
  const tell = (isEnd: boolean) =>
    navigator.sendBeacon(address, new URLSearchParams(isEnd ? { end: 'yes' } : {}));
  const stay = () => {
    // a page that was made ready and never shown was not visited
    if (document.visibilityState !== 'visible') {
      document.addEventListener('visibilitychange', tellVisits, { once: true });
      return;
    }
    tell(false);
    const watching = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      tell(true);
      watching.disconnect();
    });
    watching.observe(end);
  };
  setTimeout(stay, stayedMs);
}
