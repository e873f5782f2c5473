import { LinkButton } from './button.tsx';
import { Pagehead } from './pagehead.tsx';
import type { MessageKey } from '../i18n/messages.ts';
import type { Translator } from '../i18n/translator.ts';

export interface ErrorPageProps {
  readonly t: Translator;
  /** HTTP status; 403, 404 and 429 have words of their own, other 4xx say that it could not be done, all others that we broke. */
  readonly status: number;
  /** Number under which a breakage was logged. */
  readonly id?: string | undefined;
  /** A better sentence where the caller knows one. */
  readonly text?: string | undefined;
}

const words: Readonly<Record<number, 'notFound' | 'refused' | 'busy'>> = {
  404: 'notFound',
  403: 'refused',
  429: 'busy',
};

/** Title of the page for its `<title>`. */
export const errorTitle = (t: Translator, status: number): string => t(keyOf(status, 'title'));

/** What stands inside `Page` when something went wrong: what happened, what helps, the way on. */
export function ErrorPage({ t, status, id, text }: ErrorPageProps) {
  return (
    <div class="error-page">
      <svg class="error-arc" viewBox="0 0 320 110" aria-hidden="true">
        <path class="ground" d="M6 104h308" />
        <path class="arch" d="M24 104C58 44 98 22 138 16M182 16C222 22 262 44 296 104" />
        <circle cx="160" cy="62" r="7" />
      </svg>
      <p class="eyebrow">{status}</p>
      <Pagehead title={errorTitle(t, status)} lead={text ?? t(keyOf(status, 'text'))} />
      {id !== undefined && (
        <p>
          <code>{id}</code>
        </p>
      )}
      <div class="row">
        <LinkButton kind="first" href={`/${t.lang}/courses`}>
          {t('ui.error.courses')}
        </LinkButton>
        <LinkButton kind="quiet" href={`/${t.lang}`}>
          {t('ui.error.home')}
        </LinkButton>
      </div>
    </div>
  );
}

function keyOf(status: number, part: 'title' | 'text'): MessageKey {
  const isOurs = status < 400 || status >= 500;
  return `ui.error.${words[status] ?? (isOurs ? 'broken' : 'undone')}.${part}`;
}
