import { expect, it } from 'vitest';
import { createTranslators } from '../../../platform/i18n/translator.ts';
import { uiMessages } from '../../../platform/ui/messages.ts';
import { reviewsMessages } from '../messages/index.ts';
import { sayRunOf } from './say-review.ts';

const { en: t } = createTranslators([uiMessages, reviewsMessages]);

it('a run is told by its name, by its day, or as its author called it', () => {
  expect(sayRunOf(t, null)).toBeUndefined();
  expect(sayRunOf(t, { label: 'Spring with Ada' })).toBe('Spring with Ada');
  expect(sayRunOf(t, { label: null })).toBeUndefined();
  expect(sayRunOf(t, { label: null, title: 'Session 3', startOn: null, startPrecision: null })).toContain(
    'Session 3',
  );
  expect(sayRunOf(t, { label: null, title: null, startOn: '2026-03-01', startPrecision: 'month' })).toContain(
    'March 2026',
  );
});
