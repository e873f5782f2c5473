import type { Browser, BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import { visit, type Visit } from './visit.ts';

/** Ways into the course of `packHandsCourse`, which stands on the site. */
export interface HandsSite {
  /** A tab of the learner's in a unit of the course, with what its console should not have said. */
  learner(unit: string, options?: BrowserContextOptions): Promise<Visit>;
  /** A tab of the operator's on a page of the course's authoring: '/blocks/drag'. */
  author(end: string, options?: BrowserContextOptions): Promise<Visit>;
}

export function handsSite(browser: Browser): HandsSite {
  const { sessions, hands } = inject('site');
  return {
    author: async (end, options = {}) => {
      const tab = await visit(browser, { storageState: sessions.operator, ...options });
      await tab.go(`/fr/teach/courses/${hands}${end}`);
      return tab;
    },
    learner: async (unit, options = {}) => {
      const tab = await visit(browser, { storageState: sessions.person, ...options });
      await tab.go(`/fr/learn/a-la-main/${unit}`);
      return tab;
    },
  };
}
