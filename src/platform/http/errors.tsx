import { HTTPException } from 'hono/http-exception';
import { Refusal } from '../refusal.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { ErrorPage, errorTitle } from '../ui/error-page.tsx';
import type { AppContext } from './environment.ts';
import { sendPage } from './send-page.tsx';

type ErrorStatus = Refusal['status'] | 500;

interface Shown {
  readonly status: ErrorStatus;
  readonly code: string;
  readonly text: string | undefined;
}

/** The API and feeds speak of errors as problem+json (RFC 9457), pages as pages. */
const wantsJson = (c: AppContext): boolean => c.var.path.startsWith('/api/');

export function showNotFound(c: AppContext): Response {
  return show(c, { status: 404, code: 'http.not-found', text: undefined });
}

/** The one place where anything thrown becomes an answer. */
export function showError(error: Error, c: AppContext): Response {
  if (error instanceof Refusal) {
    if (error.retryAfter !== undefined) c.header('Retry-After', String(error.retryAfter));
    return show(c, {
      status: error.status,
      code: error.code,
      text: c.var.t(error.messageKey as MessageKey, error.values),
    });
  }
  if (error instanceof HTTPException && error.status < 500) {
    return show(c, { status: error.status as ErrorStatus, code: 'http.bad-request', text: undefined });
  }
  if (isUnaskable(error)) return show(c, { status: 400, code: 'http.bad-request', text: undefined });
  console.error(
    `${c.var.tools.clock.now().toISOString()} error ${c.var.requestId} ${c.req.method} ${c.req.path}`,
    error,
  );
  return show(c, { status: 500, code: 'http.bug', text: undefined });
}

/** Text that PostgreSQL cannot hold (NUL, broken UTF-8) was sent: nothing of ours is there to be found by it. */
function isUnaskable(error: Error): boolean {
  const { code } = error as { code?: unknown };
  return code === '22021' || code === '22P05';
}

function show(c: AppContext, { status, code, text }: Shown): Response {
  const { t, requestId } = c.var;
  if (wantsJson(c)) return problem(c, status, code, text ?? errorTitle(t, status));
  return sendPage(c, {
    title: errorTitle(t, status),
    status,
    indexed: false,
    children: <ErrorPage t={t} status={status} id={status === 500 ? requestId : undefined} text={text} />,
  });
}

/** RFC 9457 problem details. */
export function problem(c: AppContext, status: ErrorStatus, code: string, detail: string): Response {
  const body = {
    type: `urn:passerelle:problem:${code}`,
    title: code,
    status,
    detail,
    instance: c.var.requestId,
  };
  c.header('Content-Type', 'application/problem+json; charset=utf-8');
  return c.body(JSON.stringify(body), status);
}
