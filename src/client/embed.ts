// Loaded by other sites (`<script async src=".../embed.js">`): turns `<a data-passerelle="course" href="...">` into a frame
// with the same thing in it. Without this file the link stays a link. It reads nothing of the page around it, sets no
// cookie, and follows only addresses of the site that it came from.

(() => {
  /** Heights in pixels until the frame says its own. */
  const heights: Readonly<Record<string, number>> = { course: 250, list: 380, badge: 84, search: 130 };
  const script = document.currentScript as HTMLScriptElement | null;
  const home = script ? new URL(script.src).origin : undefined;
  const frames: HTMLIFrameElement[] = [];

  /** /fr/courses/slug -> /fr/embed/course/slug */
  function frameAddress(kind: string, link: HTMLAnchorElement): string | undefined {
    const [, lang = '', slug] = /^(\/[a-z]{2})?\/(?:courses|lists)\/([^/]+)$/.exec(link.pathname) ?? [];
    if (link.origin !== home || !Object.hasOwn(heights, kind)) return undefined;
    const theme = link.dataset['theme'] ? `?theme=${encodeURIComponent(link.dataset['theme'])}` : '';
    if (kind === 'search')
      return `${home}${/^\/[a-z]{2}(?=\/|$)/.exec(link.pathname)?.[0] ?? ''}/embed/search${theme}`;
    return slug && `${home}${lang}/embed/${kind}/${slug}${theme}`;
  }

  function frame(link: HTMLAnchorElement): void {
    const kind = link.dataset['passerelle'] ?? '';
    const src = frameAddress(kind, link);
    if (!src) return;
    const made = document.createElement('iframe');
    made.src = src;
    made.title = link.textContent?.trim() || 'Passerelle';
    made.loading = 'lazy';
    made.referrerPolicy = 'no-referrer';
    made.setAttribute('width', '100%');
    made.setAttribute('height', String(heights[kind]));
    made.setAttribute('frameborder', '0');
    made.setAttribute('scrolling', 'no');
    frames.push(made);
    link.replaceWith(made);
  }

  addEventListener(
    'message',
    ({ origin, source, data }: MessageEvent<{ passerelleHeight?: unknown } | null>) => {
      const height = Number(data?.passerelleHeight);
      if (origin !== home || !(height >= 30 && height <= 3000)) return;
      frames.find((each) => each.contentWindow === source)?.setAttribute('height', String(Math.ceil(height)));
    },
  );

  const start = () => document.querySelectorAll<HTMLAnchorElement>('a[data-passerelle]').forEach(frame);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
  else start();
})();
