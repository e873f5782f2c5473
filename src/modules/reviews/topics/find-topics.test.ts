import { describe, expect, it } from 'vitest';
import { type Background, fewestTexts, findTopics } from './find-topics.ts';
import { sentencesOf, termsOf } from './terms.ts';
import { chinese, english, french } from './testing/written-reviews.ts';
import { leanOfTopic } from './topics.page.tsx';

const none: Background = { reviews: 0, count: () => 0 };
const told = (topics: ReturnType<typeof findTopics>) =>
  Object.fromEntries(topics.map((topic) => [topic.label, `${topic.reviews} ${leanOfTopic(topic)}`]));

describe('topics', () => {
  it('of French reviews: words in their forms, phrases with their little words, liked or not', () => {
    expect(told(findTopics(french, 'fr', none))).toEqual({
      'gestion de projet': '3 liked',
      exercices: '5 liked',
      rythme: '5 disliked',
      forum: '3 liked',
      vidéos: '3 disliked',
    });
  });

  it('of English reviews', () => {
    expect(told(findTopics(english, 'en', none))).toEqual({
      'bread recipes': '4 liked',
      'sourdough starter': '3 liked',
      quizzes: '3 disliked',
      subtitles: '3 disliked',
    });
  });

  it('of Chinese reviews, which have no spaces', () => {
    expect(told(findTopics(chinese, 'zh', none))).toMatchObject({
      编程练习: '5 liked',
      视频字幕: '4 disliked',
      讨论: '4 liked',
    });
  });

  it('stand before the words that every course’s reviews use', () => {
    const common: Background = { reviews: 10_000, count: (term) => (term === 'exercice' ? 6000 : 5) };
    const labels = findTopics(french, 'fr', common).map(({ label }) => label);
    expect(labels.indexOf('rythme')).toBeLessThan(labels.indexOf('exercices'));
  });

  it('come with sentences of different reviews, of both sides where there are two', () => {
    const rythme = findTopics(french, 'fr', none).find(({ label }) => label === 'rythme');
    expect(rythme?.quotes).toHaveLength(3);
    expect(new Set(rythme?.quotes.map(({ reviewId }) => reviewId)).size).toBe(3);
    const gestion = findTopics(french, 'fr', none).find(({ label }) => label === 'gestion de projet');
    expect(gestion?.quotes[0]).toEqual({
      reviewId: 'review-02',
      field: 'body',
      text: 'La gestion de projet est expliquée pas à pas, avec des exercices chaque semaine.',
      lean: 1,
    });
  });

  it('are the same in whatever order the reviews come', () => {
    expect(findTopics([...french].reverse(), 'fr', none)).toEqual(findTopics(french, 'fr', none));
  });

  it('need enough texts, and texts', () => {
    expect(findTopics(french.slice(0, fewestTexts - 1), 'fr', none)).toEqual([]);
    const silent = Array.from({ length: 20 }, (_, at) => ({
      id: `r${at}`,
      stars: 5,
      texts: { body: at % 2 ? '  ' : null },
    }));
    expect(findTopics(silent, 'fr', none)).toEqual([]);
    expect(findTopics([], 'xx', none)).toEqual([]);
  });
});

describe('terms', () => {
  const labels = (text: string, lang: string) => termsOf(text, lang).map(({ label }) => label);

  it('leave little words out, and keep them inside phrases', () => {
    expect(labels('La gestion de projet, c’est clair.', 'fr')).toEqual([
      'gestion',
      'gestion de projet',
      'projet',
      'clair',
    ]);
    expect(labels('the of and', 'en')).toEqual([]);
    expect(labels('', 'en')).toEqual([]);
  });

  it('find the same word in its forms', () => {
    const keys = (text: string, lang: string) => termsOf(text, lang).map(({ key }) => key);
    expect(keys('exercices', 'fr')).toEqual(keys('exercice', 'fr'));
    expect(keys('задания', 'ru')).toEqual(keys('заданий', 'ru'));
    expect(keys('التمارين', 'ar')).toEqual(keys('تمارين', 'ar'));
  });

  it('stand in sentences', () => {
    expect(sentencesOf('Un. Deux !\nTrois', 'fr')).toEqual(['Un.', 'Deux !', 'Trois']);
    expect(sentencesOf('第一句。第二句！', 'zh')).toEqual(['第一句。', '第二句！']);
  });
});
