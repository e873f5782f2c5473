type Words = 'offline' | 'failed' | 'copied';

const shownMs = 7000;

/** Shows one of the texts that the page brought along for the script, in its live region. */
export function toast(words: Words): void {
  const box = document.getElementById('toasts');
  const text = box?.dataset[words];
  if (!box || !text) return;
  const line = document.createElement('p');
  line.textContent = text;
  box.replaceChildren(line);
  setTimeout(() => line.remove(), shownMs);
}

/** Says to screen readers what changed ("214 courses"); the words come from the page. */
export function speak(regions: readonly Element[]): void {
  const said = regions
    .map((region) => region.querySelector('[data-announce]')?.textContent?.trim())
    .find(Boolean);
  const voice = document.getElementById('voice');
  if (said && voice && voice.textContent !== said) voice.textContent = said;
}
