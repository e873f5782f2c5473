import { describe, expect, it } from 'vitest';
import { readPrerequisites } from './prerequisites.ts';

describe('readPrerequisites', () => {
  it.each([
    'None',
    'none.',
    'No prerequisites.',
    'No specific prerequisites',
    'No prior knowledge required',
    'Nothing',
    'N/A',
    '-',
    'Aucun',
    'Aucun prérequis.',
    'Aucune connaissance préalable',
    'Néant',
    'Keine',
    'Keine Vorkenntnisse erforderlich.',
    'Ninguno',
    'Sin requisitos previos',
    'Nenhum',
    'Нет',
    'без требований',
    '无',
    'لا يوجد',
  ])('takes %j for: nothing is needed', (text) => {
    expect(readPrerequisites(text)).toEqual({ nothing: true });
  });

  it.each([
    'None of the later modules can be skipped',
    'Aucun diplôme, mais une bonne pratique du tableur',
    'No prior programming, but algebra',
    'Nonlinear algebra',
    'Notions de statistique',
    `None${' at all'.repeat(20)}`,
  ])('keeps %j as a text', (text) => {
    expect(readPrerequisites(text)).toEqual({ text });
  });

  it.each([
    'There is no prior computer programming knowledge needed for this course. Beginners are welcome!',
    'No previous experience is required: we start from the beginning.',
    'Pas de prérequis, le cours est ouvert à tous.',
  ])('takes %j for: nothing is needed, and keeps the words', (text) => {
    expect(readPrerequisites(text)).toEqual({ nothing: true, text });
  });

  it.each(['No formal requirements, but you should know algebra', 'Pas de prérequis, sauf un ordinateur'])(
    'does not overhear the reservation in %j',
    (text) => {
      expect(readPrerequisites(text)).toEqual({ text });
    },
  );

  it('has nothing to say of a blank text', () => {
    expect(readPrerequisites(' \n ')).toBeUndefined();
  });
});
