import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Button, LinkButton } from './button.tsx';
import { Chip } from './chip.tsx';
import { CourseLine } from './course-line.tsx';
import { DateBlock, datedBlock } from './date-block.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Stars } from './stars.tsx';
import { kit } from './testing/kit.ts';
import { TextInput } from './text-input.tsx';

const t = kit.fr;

describe('buttons and chips', () => {
  it('say what they do, and open another site without telling it anything', () => {
    expect(renderToString(<Button kind="first">Aller</Button>)).toBe(
      '<button class="btn first" type="submit">Aller</button>',
    );
    const away = renderToString(
      <LinkButton href="https://example.org/?a=1&b=2" outside>
        Aller
      </LinkButton>,
    );
    expect(away).toContain('target="_blank" rel="noopener noreferrer"');
    expect(away).toContain('href="https://example.org/?a=1&amp;b=2"');
  });

  it('a chip that removes says so', () => {
    const html = renderToString(
      <Chip href="/fr/courses" removeLabel="Retirer le filtre français">
        français
      </Chip>,
    );
    expect(html).toContain('aria-label="Retirer le filtre français"');
  });
});

describe('DateBlock', () => {
  it('shows month, day and weekday in the words of the language', () => {
    expect(datedBlock(t, '2026-01-12')).toMatchObject({ top: 'janv.', big: '12', bottom: 'lundi' });
    expect(datedBlock(kit.zh, '2026-01-05')).toMatchObject({
      top: '1月',
      big: '5',
      bottom: '星期一',
    });
  });

  it('is a time only where there is a date', () => {
    expect(renderToString(<DateBlock {...datedBlock(t, '2026-01-12')} />)).toContain(
      '<time class="date" datetime="2026-01-12">',
    );
    expect(renderToString(<DateBlock state="open" top="ouvert" big="∞" />)).toContain(
      '<div class="date open">',
    );
  });
});

describe('Stars', () => {
  it('say in words what they show, and never show more than five', () => {
    expect(renderToString(<Stars t={t} value={4.56} />)).toMatch(
      /aria-label="Note\u00a0: 4,6 sur 5".*<rect width="4.6"/,
    );
    expect(renderToString(<Stars t={t} value={9} />)).toContain('<rect width="5" height="1">');
    expect(renderToString(<Stars t={t} value={-1} />)).toContain('<rect width="0"');
  });
});

describe('CourseLine', () => {
  it('isolates a title of another direction and carries its language', () => {
    const html = renderToString(
      <CourseLine
        t={t}
        date={{ state: 'open', top: 'ouvert', big: '∞' }}
        title="أساسيات <b>"
        titleLang="ar"
        href="/fr/courses/x"
        facts={['A & B', false]}
      />,
    );
    expect(html).toContain('<h3 lang="ar"><a href="/fr/courses/x"><bdi>أساسيات &lt;b></bdi></a></h3>');
    expect(html.match(/<li>/g)).toHaveLength(1);
    expect(html).toContain('A &amp; B');
    expect(html).not.toContain('course-below');
  });
});

describe('forms', () => {
  it('tie the hint and the error to the input', () => {
    const html = renderToString(
      <TextInput
        t={t}
        id="mail"
        name="mail"
        type="email"
        label="Courriel"
        hint="Pour répondre"
        error="Il manque le @"
        value={'a"b'}
        optional
      />,
    );
    expect(html).toContain('<label for="mail">Courriel<span class="soft"> (facultatif)</span></label>');
    expect(html).toContain('aria-describedby="mail-hint mail-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="a&quot;b"');
    expect(html).toContain('<p class="field-error" id="mail-error">Il manque le @</p>');
    expect(html).toContain('dir="ltr"');
  });

  it('a text area keeps what was typed', () => {
    const html = renderToString(
      <TextInput id="w" name="w" label="Avis" rows={4} value={'a</textarea><b>'} />,
    );
    expect(html).toContain('rows="4">a&lt;/textarea>&lt;b></textarea>');
  });

  it('the summary counts the errors and leads to each', () => {
    const html = renderToString(<ErrorSummary t={t} errors={[{ id: 'mail', message: 'Il manque le @' }]} />);
    expect(html).toContain('1 réponse est à revoir');
    expect(html).toContain('<a href="#mail">Il manque le @</a>');
    expect(renderToString(<ErrorSummary t={t} errors={[]} />)).toBe('');
  });
});
