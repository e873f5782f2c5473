import { expect, test } from 'vitest';
import { readCertificate, readLevel } from './levels.ts';

test.each([
  ['Introductory', 'beginner'],
  ['beginner', 'beginner'],
  ['débutant', 'beginner'],
  ['principiante', 'beginner'],
  ['Anfänger', 'beginner'],
  ['Iniciante', 'beginner'],
  ['начальный', 'beginner'],
  ['初级', 'beginner'],
  ['مبتدئ', 'beginner'],
  ['Beginner to intermediate', 'beginner'],
  ['A2', 'beginner'],
  ['EQF 4', 'beginner'],
  ['Intermediate', 'intermediate'],
  ['intermédiaire', 'intermediate'],
  ['mittel', 'intermediate'],
  ['undergraduate', 'intermediate'],
  ['CEFR B2', 'intermediate'],
  ['Niveau 5', 'intermediate'],
  ['Advanced', 'advanced'],
  ['avancé', 'advanced'],
  ['Fortgeschrittene', 'advanced'],
  ['Graduate', 'advanced'],
  ['高级', 'advanced'],
  ['EQF 7', 'advanced'],
  ['C1', 'advanced'],
  ['All levels', undefined],
  ['', undefined],
  [null, undefined],
  [3, undefined],
  ['Level 9', undefined],
])('the level %j is %s', (value, level) => {
  expect(readLevel(value)).toBe(level);
});

test.each([
  ['VerifiedCert', 'paid'],
  ['verified', 'paid'],
  ['Professional', 'paid'],
  ['honor', 'free'],
  ['attestation de suivi', 'free'],
  ['ECTS', 'credit'],
  ['credit', 'credit'],
  ['Master’s degree', 'diploma'],
  ['diplôme', 'diploma'],
  ['none', 'none'],
  ['No Certificate', 'none'],
  [false, 'none'],
  ['MicroMasters', undefined],
  ['certificate', undefined],
  [true, undefined],
  [null, undefined],
])('the certificate %j is %s', (value, kind) => {
  expect(readCertificate(value)).toBe(kind);
});
