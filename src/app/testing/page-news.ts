import type { Places } from '../page-budgets.ts';

/** What an editor sends to bring out one article and to add one feed; `send` posts a form as that editor. */
export async function bringOutArticle(
  id: string,
  feed: string,
  send: (path: string, fields: Readonly<Record<string, string>>) => Promise<unknown>,
): Promise<Pick<Places, 'article' | 'news' | 'feed'>> {
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
  const wish = { id: feed, url: 'https://mill.invalid/feed', name: 'Le moulin', lang: 'fr', everyHours: '6' };
  await send('/fr/editor/feeds', wish);
  return { feed, article: id, news: 'la-roue-du-moulin-tourne' };
}
