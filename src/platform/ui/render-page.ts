import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Writes a whole page, doctype first; without it browsers fall back to the rules of the nineties. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
