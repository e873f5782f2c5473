import { courseContent } from '../../src/modules/courses/content/course-content.ts';

const words =
  'Un cours se suit par petits pas : on lit, on regarde, on essaie, puis on revient sur ce qui résiste encore. '.repeat(
    3,
  );

const text = (id: string) => ({
  id,
  content: {
    type: 'text',
    text: Array.from({ length: 8 }, (_, at) => `<h2>Partie ${at + 1}</h2><p>${words}</p>`).join(''),
  },
});

const choices = ['oui', 'non', 'peut-être', 'aucun des trois'].map((each, at) => ({
  id: `c${at}`,
  text: each,
  right: at === 0,
  feedback: `Vous avez choisi « ${each} ».`,
}));

const quiz = (id: string) => ({
  id,
  title: 'À vous',
  content: {
    type: 'questions',
    questions: [1, 2, 3].map((n) => ({
      id: `${id}-q${n}`,
      type: 'single',
      prompt: `<p>Question ${n} : ${words.slice(0, 80)}</p>`,
      choices,
    })),
  },
});

/** Six sections of five units; the last unit of each asks three questions. About 12 KB of text a unit. */
export const benchCourse = courseContent.parse({
  about: { title: 'Un cours à mesurer', lang: 'fr', summary: 'Pour les mesures seulement.', hours: 10 },
  rules: { completion: { seen: 1, passed: 1 } },
  sections: Array.from({ length: 6 }, (_, section) => ({
    id: `s${section}`,
    title: `Section ${section + 1}`,
    units: Array.from({ length: 5 }, (_each, unit) => ({
      id: `s${section}u${unit}`,
      title: `Unité ${section + 1}.${unit + 1}`,
      blocks: [text(`s${section}u${unit}t`), ...(unit === 4 ? [quiz(`s${section}quiz`)] : [])],
    })),
  })),
});

export const benchUnit = 's0u2';
export const benchQuiz = { unit: 's0u4', block: 's0quiz' };
