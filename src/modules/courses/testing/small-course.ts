import type { z } from 'zod';
import { courseContent } from '../content/course-content.ts';

/** A course of two sections and three units, with a question set: small, and whole. */
export const smallCourse = (more: Partial<z.input<typeof courseContent>['about']> = {}) =>
  courseContent.parse({
    about: {
      title: 'Les bases du jardin',
      lang: 'fr',
      summary: 'Semer, planter, récolter.',
      providers: ['Atelier du Verger'],
      outcomes: ['Préparer une planche'],
      hours: 3,
      ...more,
    },
    rules: { completion: { seen: 1, passed: 1 } },
    sections: [
      {
        id: 'soil',
        title: 'La terre',
        units: [
          {
            id: 'soil-1',
            title: 'Ce qu’est un sol',
            blocks: [
              {
                id: 'soil-1-text',
                content: {
                  type: 'text',
                  text: '<p>Un sol vit. <a href="unit:soil-2">La suite</a> <img src="file:worm" alt="Un ver"></p>',
                },
              },
            ],
          },
          {
            id: 'soil-2',
            title: 'Connaître le sien',
            blocks: [
              {
                id: 'soil-quiz',
                title: 'Avez-vous suivi ?',
                content: {
                  type: 'questions',
                  questions: [
                    {
                      id: 'q-clay',
                      type: 'single',
                      prompt: '<p>Une terre qui colle est…</p>',
                      choices: [
                        {
                          id: 'clay',
                          text: 'argileuse',
                          right: true,
                          feedback: 'Oui : l’argile retient l’eau.',
                        },
                        { id: 'sand', text: 'sableuse', feedback: 'Le sable laisse filer l’eau.' },
                      ],
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
      {
        id: 'seed',
        title: 'Semer',
        units: [
          {
            id: 'seed-1',
            title: 'Le bon moment',
            blocks: [
              { id: 'seed-1-text', content: { type: 'text', text: '<p>Quand la terre est tiède.</p>' } },
            ],
          },
        ],
      },
    ],
  });
