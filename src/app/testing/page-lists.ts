import { randomUUID } from 'node:crypto';
import type { Places } from '../page-budgets.ts';

/** Somebody signed in who sends forms and looks at pages. */
export interface Hand {
  post(path: string, fields: Readonly<Record<string, string>>): Promise<unknown>;
  html(path: string): Promise<string>;
}

/** A public plan and a list behind a link, both with this course; somebody reports the first. */
export async function makeLists(
  person: Hand,
  course: string,
): Promise<Pick<Places, 'list' | 'listId' | 'sharedList'>> {
  const listId = randomUUID();
  const shared = randomUUID();
  await person.post('/fr/lists/new', { id: listId, title: 'Premiers pas', lang: 'fr', plan: 'yes' });
  await person.post(`/fr/lists/mine/${listId}/add`, { course });
  await person.post(`/fr/lists/mine/${listId}/share`, { visibility: 'public', name: 'yes' });
  await person.post('/fr/lists/new', { id: shared, title: 'Entre nous', lang: 'fr' });
  await person.post(`/fr/lists/mine/${shared}/add`, { course });
  await person.post(`/fr/lists/mine/${shared}/share`, { visibility: 'link' });
  const list = found(
    await person.html(`/fr/lists/mine/${listId}/share`),
    /value="[^"]*\/fr\/lists\/([^"/]+)"/,
  );
  const sharing = await person.html(`/fr/lists/mine/${shared}/share`);
  await person.post(`/fr/lists/${list}/report`, { id: randomUUID(), reason: 'other', words: 'Hm.' });
  return { list, listId, sharedList: found(sharing, /\/lists\/shared\/([\w-]{43})"/) };
}

/** The part of a page that the pattern's first group takes. @throws Error where there is none */
export function found(html: string, pattern: RegExp): string {
  const value = pattern.exec(html)?.[1];
  if (value === undefined) throw new Error(`the page shows nothing like ${pattern.source}`);
  return value;
}
