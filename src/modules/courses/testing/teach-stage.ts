import type { TestBrowser } from '../../../platform/testing/browser.ts';
import { peopleStage } from '../../accounts/testing/people-stage.ts';
import { catalogModule } from '../../catalog/index.ts';
import { notify } from '../../notify/index.ts';
import { coursesModule } from '../index.ts';

/** Pages of authoring over an empty site, with people who sign in; call it once a test file. */
export async function teachStage() {
  const stage = await peopleStage({ modules: [notify, catalogModule(), coursesModule()] });
  return {
    ...stage,
    /** A course of one section with one empty unit, made through the page; its id and those of its parts. */
    async course(browser: TestBrowser, title = 'Bread', template = 'empty') {
      const id = stage.tools.ids.next();
      const { html } = await browser.post('/en/teach/new', { id, title, lang: 'en', template });
      return {
        id,
        path: `/en/teach/courses/${id}`,
        sections: idsOn(html, 'sections'),
        units: idsOn(html, 'units'),
      };
    },
  };
}

/** Ids of the parts that a page of authoring shows, in their order. */
export const idsOn = (html: string, kind: 'sections' | 'units' | 'blocks'): string[] =>
  [...html.matchAll(new RegExp(`id="${kind}-([\\w-]+)"`, 'g'))].map(([, id = '']) => id);

/** The value of a hidden field. */
export const hiddenOn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
