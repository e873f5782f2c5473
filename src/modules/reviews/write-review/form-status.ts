import type { AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState } from '../../../platform/http/form.ts';

/** The status of a form's page; what is wrong with the whole of it (`review`: too often) is no mistake of an answer. */
export const statusOf = (form: FormState): 200 | 422 | 429 => {
  if (form === emptyForm) return 200;
  return form.errors['review'] === 'reviews.refusal.too-many' ? 429 : 422;
};

/** What was typed in a form that was read before, as it came. */
export async function typedIn(c: AppContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  const texts = Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(texts);
}
