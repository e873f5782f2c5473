import { remember, visit } from './live-history.ts';
import { send } from './load.ts';
import { busy, regionsOf, swapPage, swapRegions } from './swap.ts';

const pauseMs = 250;

/** Forms marked `data-live="REGION ..."`: GET follows every change, POST is sent without leaving the page. */
export function liveForms(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const follow = (event: Event) => {
    const form = liveFormOf(event.target);
    if (!form || form.method !== 'get' || (event instanceof InputEvent && event.isComposing)) return;
    const typed = event.target instanceof HTMLInputElement && /^(search|text)$/.test(event.target.type);
    clearTimeout(waiting);
    waiting = setTimeout(
      () => void visit(addressOf(form), regionsOf(form.dataset['live']), { typed }),
      typed ? pauseMs : 0,
    );
  };
  document.addEventListener('input', follow);
  document.addEventListener('compositionend', follow);
  document.addEventListener('submit', (event) => {
    const form = liveFormOf(event.target);
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    clearTimeout(waiting);
    if (form.method === 'get') void search(form, event.submitter);
    else void post(form, event.submitter);
  });
}

function liveFormOf(target: EventTarget | null): HTMLFormElement | undefined {
  const form = target instanceof HTMLFormElement ? target : (target as HTMLInputElement | null)?.form;
  return form instanceof HTMLFormElement && form.matches('form[data-live]') ? form : undefined;
}

/** The form's address with what was filled in; empty answers would only make it longer. */
function addressOf(form: HTMLFormElement, submitter?: HTMLElement | null): string {
  const url = new URL(form.action);
  const filled = [...new FormData(form, submitter)].filter(([, value]) => value !== '') as [string, string][];
  url.search = new URLSearchParams(filled).toString();
  return url.href;
}

async function search(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  submitter?.closest('details.sheet')?.removeAttribute('open');
  const [region] = await visit(addressOf(form, submitter), regionsOf(form.dataset['live']));
  if (region && region.getBoundingClientRect().top < 0) region.scrollIntoView();
}

async function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  if (form.ariaBusy === 'true') return;
  const names = regionsOf(form.dataset['live']);
  const filled = new FormData(form, submitter);
  const body =
    form.enctype === 'multipart/form-data' ? filled : new URLSearchParams([...filled] as [string, string][]);
  form.ariaBusy = 'true';
  busy(names, true);
  const page = await send(submitter?.getAttribute('formaction') ?? form.action, body);
  form.ariaBusy = 'false';
  busy(names, false);
  if (!page) return;
  const here = new URL(page.url).pathname === location.pathname;
  const regions = here || page.status === 422 ? swapRegions(page.doc, names) : undefined;
  if (regions) comeToRest(regions);
  else swapPage(page.doc);
  if (page.redirected) remember(page.url, names);
}

/** Focus goes to what is wrong, else to the region in place of which the pressed button went. */
function comeToRest([region]: readonly HTMLElement[]): void {
  const wrong = document.querySelector<HTMLElement>('[data-errors]');
  if (wrong) wrong.focus();
  else if (region && (!document.activeElement || document.activeElement === document.body)) {
    region.tabIndex = -1;
    region.focus({ preventScroll: true });
  }
}
