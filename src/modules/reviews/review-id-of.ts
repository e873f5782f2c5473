import { z } from 'zod';
import type { AppContext } from '../../platform/http/environment.ts';
import { demand } from '../../platform/refusal.ts';
import { reviewNotFound } from './refusals.ts';

/** The id in a path of reviews. @throws Refusal 404 when it is none */
export function reviewIdOf(c: AppContext): string {
  const id = z.uuid().safeParse(c.req.param('id'));
  demand(id.success, reviewNotFound);
  return id.data;
}
