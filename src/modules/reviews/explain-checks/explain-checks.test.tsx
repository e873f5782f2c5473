import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { langs } from '../../../platform/i18n/languages.ts';
import { createTranslators } from '../../../platform/i18n/translator.ts';
import { uiMessages } from '../../../platform/ui/messages.ts';
import { reviewsMessages } from '../messages/index.ts';
import { usualScoreSettings } from '../score-courses/score-settings.ts';
import { ExplainChecksPage } from './explain-checks.page.tsx';

const translators = createTranslators([uiMessages, reviewsMessages]);
const shown = (lang: (typeof langs)[number], settings = usualScoreSettings) =>
  renderToString(<ExplainChecksPage t={translators[lang]} href={(path) => path} settings={settings} />);

describe('how reviews are checked', () => {
  it.each(langs)('is told in full in %s: every figure in its place, the law by its articles', (lang) => {
    const html = shown(lang);
    expect(html).not.toMatch(/\{\w+\}|reviews\.how\./);
    for (const article of ['L111-7-2', 'D111-16', 'D111-19']) expect(html).toContain(article);
    expect(html).toContain('id="proof"');
  });

  it('follows the figures that the score works with', () => {
    const html = shown('en', {
      ...usualScoreSettings,
      halfLifeMonths: 17,
      proofWeights: [0.11, 0.22, 0.33, 0.44],
    });
    for (const figure of ['17 months', '0.11', '0.22', '0.33', '0.44', '10,000', '60%'])
      expect(html).toContain(figure);
  });
});
