import type { ArticleContent } from '../article/article-content.ts';

/** An article that shows what the news are for; it says that it is an example. */
export interface SampleArticle {
  /** Days before the installation. */
  readonly age: number;
  /** Colours of its drawn cover. */
  readonly hues: readonly [string, string, string];
  readonly label: 'guide' | 'site';
  readonly lang: ArticleContent['lang'];
  readonly texts: Readonly<
    Record<'fr' | 'en', { title: string; summary: string; body: string; coverAlt: string }>
  >;
}

export const sampleLabels = [
  {
    id: 'guide',
    names: {
      fr: 'Mode d’emploi',
      en: 'How to',
      es: 'Guía',
      pt: 'Guia',
      ru: 'Как это работает',
      zh: '使用指南',
      ar: 'دليل الاستعمال',
    },
  },
  {
    id: 'site',
    names: {
      fr: 'La plateforme',
      en: 'This site',
      es: 'El sitio',
      pt: 'O site',
      ru: 'О сайте',
      zh: '本站',
      ar: 'الموقع',
    },
  },
] as const;

export const sampleArticles: readonly SampleArticle[] = [
  {
    age: 1,
    hues: ['#0f5c6e', '#f0b257', '#e1eff1'],
    label: 'guide',
    lang: 'fr',
    texts: {
      fr: {
        title: 'Le cours a commencé ? Il n’est peut-être pas trop tard',
        summary:
          'Une date de début n’est pas une porte qui se ferme. Voici comment lire les dates d’un cours (article d’exemple).',
        coverAlt: 'Dessin : un pont en arc au-dessus de l’eau, un soleil bas derrière lui',
        body: `Beaucoup de gens referment la page d’un cours quand ils lisent qu’il a commencé la semaine dernière. C’est dommage : la date de début dit quand les autres partent, pas quand la porte se ferme.

## Trois dates, trois questions

| La date | Ce qu’elle dit |
| --- | --- |
| Début | quand le groupe se met en route |
| Dernier jour pour rejoindre | jusqu’à quand vous pouvez encore entrer |
| Fin | quand les exercices ne comptent plus |

Sur la page d’un cours, la phrase sous le titre répond à la seule question qui compte : **que peut-on encore faire aujourd’hui ?**

## Et s’il est vraiment trop tard

1. Regardez la *prochaine session* : quand elle n’est pas annoncée, nous l’estimons d’après les années passées, et nous le disons.
2. Demandez à être prévenu : il suffit d’une adresse, sans compte.
3. Voyez les cours voisins qui sont ouverts maintenant.

> Un cours commencé en retard et fini vaut mieux qu’un cours parfait remis à l’an prochain.

Pour essayer : [les cours ouverts aujourd’hui](/courses?start=open).`,
      },
      en: {
        title: 'The course has started? It may not be too late',
        summary:
          'A start date is not a door that closes. How to read the dates of a course (sample article).',
        coverAlt: 'Drawing: an arched bridge over water, a low sun behind it',
        body: `Many people close a course’s page when they read that it began last week. That is a pity: the start date says when the others set out, not when the door closes.

## Three dates, three questions

| The date | What it says |
| --- | --- |
| Start | when the group sets out |
| Last day to join | until when you can still come in |
| End | when exercises no longer count |

On a course’s page, the sentence below the title answers the only question that matters: **what can one still do today?**

## And if it really is too late

1. Look at the *next run*: where it is not announced, we estimate it from earlier years, and say so.
2. Ask to be told: an address is enough, no account is needed.
3. See the neighbouring courses that are open now.

> A course begun late and finished is better than a perfect one put off until next year.

To try it: [courses open today](/courses?start=open).`,
      },
    },
  },
  {
    age: 6,
    hues: ['#6b4407', '#6fc3d3', '#fdf0d9'],
    label: 'site',
    lang: 'fr',
    texts: {
      fr: {
        title: 'Comment cette page est faite',
        summary:
          'Qui écrit ici, d’où viennent les nouvelles des autres, et ce que nous ne faisons pas (article d’exemple).',
        coverAlt: 'Dessin : deux rives reliées par trois arches',
        body: `Cette rubrique a trois sortes de nouvelles, et chacune dit ce qu’elle est.

## Nos articles

Une personne de la rédaction les écrit, une date les accompagne, et chaque correction reste dans l’historique. Rien ne paraît tout seul.

## Ce que disent les autres

Des flux choisis par la rédaction. Nous montrons un titre, quelques mots et un lien : le texte reste chez qui l’a écrit.

## Ce que le catalogue raconte

- les nouveaux cours de la semaine ;
- les plus suivis ;
- les mieux jugés depuis peu.

Ces listes se font **par calcul**, et la règle est écrite à côté.

### Ce que nous ne faisons pas

Pas de publicité, pas de place achetée, pas de mouchard : pas même une image d’un autre site. Les détails du classement sont sur [la page qui l’explique](/ranking).`,
      },
      en: {
        title: 'How this page is made',
        summary:
          'Who writes here, where the news of others come from, and what we do not do (sample article).',
        coverAlt: 'Drawing: two banks joined by three arches',
        body: `There are three kinds of news here, and each says what it is.

## Our articles

Somebody of the newsroom writes them, a date stands beside them, and every correction stays in the history. Nothing appears by itself.

## What others say

Feeds chosen by the editors. We show a title, a few words and a link: the text stays with whoever wrote it.

## What the catalogue tells

- the new courses of the week;
- the most followed;
- the best newly reviewed.

These lists are **computed**, and their rule stands beside them.

### What we do not do

No advertising, no bought place, no tracker: not even a picture of another site. How results are ranked is told on [the page that explains it](/ranking).`,
      },
    },
  },
];
