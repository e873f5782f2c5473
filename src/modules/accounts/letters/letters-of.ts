import type { AppContext } from '../../../platform/http/environment.ts';
import type { Letters } from './letters.ts';

/** What letters are written with, as the request has it. */
export const lettersOf = (c: AppContext): Letters => ({
  translators: c.var.tools.translators,
  site: c.var.site,
});
