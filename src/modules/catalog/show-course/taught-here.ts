import type { Site } from '../../../platform/http/site.ts';

/** Whether the platform itself teaches the course: its page is on this site. */
export const isTaughtHere = (site: Site, { url }: { readonly url: string | null }): boolean =>
  url?.startsWith(`${site.baseUrl}/`) === true;
