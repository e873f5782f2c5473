import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';

export interface ReviewWords {
  readonly body: string | null;
  readonly pros: string | null;
  readonly cons: string | null;
  readonly forWhom: string | null;
  readonly lang: string;
}

export interface ReviewTextProps {
  readonly t: Translator;
  readonly site: Site;
  readonly review: ReviewWords & { readonly id: string };
  readonly short?: boolean | undefined;
}

const shortest = 420;

/** The first words of a long text, cut between two of them. */
export function firstWords(text: string, most = shortest): string | undefined {
  if (text.length <= most) return undefined;
  const piece = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${piece.replace(/\s+\S*$/, '')}…`;
}

/** What the author wrote, in their language and from its side; never read as markup. */
export function ReviewText({ t, site, review, short }: ReviewTextProps) {
  const { body, lang } = review;
  const cut = short && body !== null ? firstWords(body) : undefined;
  return (
    <>
      {body !== null && (
        <div class="review-words" lang={lang} dir="auto">
          {cut ?? body}
        </div>
      )}
      {cut !== undefined && (
        <p>
          <a href={urlFor(site, t.lang, `/reviews/${review.id}`)}>{t('reviews.show.whole')}</a>
        </p>
      )}
      <Sides t={t} review={review} short={short ?? false} />
    </>
  );
}

function Sides({
  t,
  review,
  short,
}: {
  readonly t: Translator;
  readonly review: ReviewWords;
  readonly short: boolean;
}) {
  const sides = (['pros', 'cons', 'forWhom'] as const).flatMap((name) => {
    const text = review[name];
    return text === null ? [] : [{ name, text: (short ? firstWords(text, 240) : undefined) ?? text }];
  });
  if (sides.length === 0) return null;
  return (
    <dl class="review-sides">
      {sides.map(({ name, text }) => (
        <div key={name} class={name}>
          <dt>{t(`reviews.show.${name}`)}</dt>
          <dd class="review-words" lang={review.lang} dir="auto">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
