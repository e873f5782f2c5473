/** Pages of other sites (`[data-embed]`) come into a frame when somebody presses their link; without script it is a link. */
export function openEmbeds(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-embed] > a[href]') : null;
    const place = link?.parentElement;
    if (!link || !place || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const frame = document.createElement('iframe');
    frame.src = place.dataset['embed'] ?? '';
    frame.title = link.textContent?.trim() ?? '';
    frame.referrerPolicy = 'no-referrer';
    frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-popups allow-same-origin');
    frame.setAttribute('height', place.dataset['height'] ?? '480');
    place.append(frame);
    delete place.dataset['embed'];
    frame.focus();
  });
}
