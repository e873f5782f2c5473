import type { ReadReview } from '../find-topics.ts';

type Says = Partial<ReadReview['texts']> & { readonly stars: number };

const numbered = (said: readonly Says[]): ReadReview[] =>
  said.map(({ stars, ...texts }, at) => ({ id: `review-${String(at).padStart(2, '0')}`, stars, texts }));

/** Written for tests: ten reviews of a course on project management. */
export const french = numbered([
  {
    stars: 5,
    body: 'Les exercices corrigés m’ont beaucoup appris. Le forum est actif.',
    cons: 'Le rythme est trop soutenu.',
  },
  {
    stars: 4,
    pros: 'Des exercices variés, tirés de vrais projets.',
    cons: 'Un rythme trop soutenu quand on travaille.',
  },
  { stars: 5, body: 'La gestion de projet est expliquée pas à pas, avec des exercices chaque semaine.' },
  {
    stars: 2,
    body: 'Le rythme m’a découragée au bout de trois semaines.',
    cons: 'Les vidéos manquent de sous-titres.',
  },
  { stars: 4, pros: 'On comprend enfin la gestion de projet.', cons: 'Le rythme !' },
  { stars: 5, body: 'L’exercice final, un vrai cahier des charges, vaut le détour à lui seul.' },
  { stars: 3, body: 'Correct, mais les vidéos sont longues. La gestion des projets y est bien présentée.' },
  { stars: 5, pros: 'Le forum : on y répond en une heure.' },
  { stars: 4, body: 'Un forum vivant et des exercices utiles.' },
  { stars: 1, body: 'Rythme intenable, vidéos interminables et mal coupées.' },
]);

export const english = numbered([
  { stars: 5, body: 'The bread recipes work at home. I baked a sourdough starter in week two.' },
  { stars: 4, pros: 'Bread recipes for every oven.', cons: 'The subtitles lag behind the speaker.' },
  { stars: 5, body: 'My sourdough starter is still alive months later, and so are my neighbours.' },
  {
    stars: 2,
    body: 'The quizzes ask what was never taught.',
    cons: 'The subtitles are wrong half of the time.',
  },
  { stars: 4, pros: 'A sourdough starter that rises. Clear bread recipes.' },
  { stars: 3, cons: 'The quizzes are too easy to fail for a comma.' },
  { stars: 5, body: 'Bread recipes that forgive mistakes, explained by a baker who has made them all.' },
  { stars: 1, body: 'The quizzes never load on a phone and the subtitles are missing.' },
]);

export const chinese = numbered([
  { stars: 5, body: '编程练习很多，每周都有新的题目。讨论区回复很快。' },
  { stars: 4, pros: '编程练习贴近实际工作。', cons: '视频字幕错误太多。' },
  { stars: 5, body: '编程练习由浅入深，适合初学者。' },
  { stars: 2, body: '视频字幕看不清楚，进度太快。' },
  { stars: 4, pros: '讨论区里的助教非常耐心，编程练习有讲解。' },
  { stars: 3, body: '讨论区活跃，但是视频字幕翻译生硬。' },
  { stars: 5, body: '喜欢编程练习，也喜欢讨论区。' },
  { stars: 1, cons: '视频字幕缺失，进度安排混乱。' },
]);
