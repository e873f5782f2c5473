import { expect, it } from 'vitest';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testTools } from '../../../platform/testing/web.ts';
import { catalogMessages } from '../messages/index.ts';
import { nextOf } from './sources.page.tsx';
import type { ListedSource } from './sources.queries.ts';

const { translators } = testTools(await testDatabase(), { messages: [catalogMessages] });
const source = (location: string | null): ListedSource => ({
  id: '1',
  platform: 'P',
  platformSlug: 'p',
  platformUrl: null,
  format: 'csv',
  name: '',
  location,
  mapping: null,
  everyHours: 24,
  nextImportAt: new Date('2026-11-23T12:40:00Z'),
  paused: false,
  isSample: false,
  failures: 0,
  lastError: null,
  fileKey: null,
  fileName: null,
  fileBytes: null,
  isQueued: false,
  listed: 0,
  last: undefined,
});

it('names a time for an address only: a file is read again when somebody sends a newer one', () => {
  expect(nextOf(translators.en, source('https://example.org/feed'))).toContain('23 November 2026');
  expect(nextOf(translators.en, source(null))).not.toContain('2026');
});
