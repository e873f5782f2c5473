import type { Places } from '../page-budgets.ts';

/** What an editor sends to bring out one article; `send` posts a form as that editor. */
export async function bringOutArticle(
  id: string,
  send: (path: string, fields: Readonly<Record<string, string>>) => Promise<unknown>,
): Promise<Pick<Places, 'article' | 'news'>> {
  const text = {
    lang: 'fr',
    version: '0',
    title: 'La roue du moulin tourne',
    summary: 'Après dix ans de silence, la roue du moulin tourne de nouveau.',
    body: '## Le moulin\n\nOn y vient *à pied*.\n\n| Jour | Heure |\n| --- | --- |\n| Lundi | 9 h |\n',
  };
  await send('/fr/editor/articles', { id });
  await send(`/fr/editor/articles/${id}/autosave`, text);
  await send(`/fr/editor/articles/${id}/publish`, { version: '2' });
  return { article: id, news: 'la-roue-du-moulin-tourne' };
}
