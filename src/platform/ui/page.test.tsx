import { describe, expect, it } from 'vitest';
import { ErrorPage, errorTitle } from './error-page.tsx';
import { Page, type PageProps } from './page.tsx';
import { renderPage } from './render-page.ts';
import { kit } from './testing/kit.ts';
import { langs } from '../i18n/languages.ts';

const assets = { css: '/assets/main-1.css', js: '/assets/main-1.js' };
const page = (props: Partial<PageProps> = {}) =>
  renderPage(
    <Page t={kit.fr} title="Cours" assets={assets} path="/courses" {...props}>
      {props.children ?? <h1>Cours</h1>}
    </Page>,
  );

describe('Page', () => {
  it('starts with its doctype and says its language, direction and theme', () => {
    expect(page()).toMatch(/^<!doctype html><html lang="fr" dir="ltr" data-theme="auto">/);
    expect(page({ t: kit.ar, theme: 'dark', saveData: true })).toContain(
      '<html lang="ar" dir="rtl" data-theme="dark" data-save-data>',
    );
  });

  it('escapes what comes in', () => {
    const html = page({
      title: '<script>alert(1)</script>',
      description: '"><b>',
      children: <p>{'<i>&"'}</p>,
    });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('<p>&lt;i>&amp;&quot;</p>');
    expect(html).toContain('content="&quot;>&lt;b>"');
  });

  it('leads to the same page in every language, and to the home page where it does not exist', () => {
    const html = page({ alternates: { en: '/en/courses?q=a', 'x-default': '/courses?q=a' } });
    expect(html).toContain('<link rel="alternate" hreflang="x-default" href="/courses?q=a"/>');
    expect(html.match(/href="\/en\/courses\?q=a" lang="en" hreflang="en"/g)).toHaveLength(2);
    expect(html).toContain('href="/zh" lang="zh" hreflang="zh"');
  });

  it('offers the skip link before anything else, to a main that can take the focus', () => {
    const html = page();
    expect(html.indexOf('href="#content"')).toBeLessThan(html.indexOf('<header'));
    expect(html).toMatch(/<main id="content"[^>]* tabindex="-1"/);
  });

  it('marks the current entry, the person and the unread messages', () => {
    const html = page({ nav: 'courses', person: { name: 'Ana', unread: 3 } });
    expect(html).toContain('href="/fr/courses" aria-current="page"');
    expect(html).toContain('3 messages non lus');
    expect(html).not.toContain('Se connecter');
    expect(page()).toContain('Se connecter');
  });

  it('shows flash messages in a status region and keeps the way back of the theme form', () => {
    const html = page({ flashes: [{ tone: 'good', text: 'Enregistré' }], here: '/fr/courses?q=a&b' });
    expect(html).toMatch(/role="status" data-region="flashes"><div class="notice good">.*Enregistré/);
    expect(html).toContain('name="back" value="/fr/courses?q=a&amp;b"');
  });
});

describe('ErrorPage', () => {
  it.each(langs)('says in %s what happened and where to go', (lang) => {
    const t = kit[lang];
    for (const status of [403, 404, 410, 429, 500]) {
      const html = page({ t, children: <ErrorPage t={t} status={status} id="0199" /> });
      expect(html).toContain(`href="/${lang}/courses"`);
      expect(html).toContain('<code>0199</code>');
      expect(errorTitle(t, status)).not.toContain('ui.');
    }
  });

  it('takes any unknown status for a breakage of ours', () => {
    const t = kit.en;
    expect(errorTitle(t, 502)).toBe(errorTitle(t, 500));
    expect(errorTitle(t, 410)).not.toBe(errorTitle(t, 500));
  });
});
