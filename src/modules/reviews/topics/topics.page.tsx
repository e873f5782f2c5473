import type { Translator } from '../../../platform/i18n/translator.ts';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { fewestTexts } from './find-topics.ts';
import type { CourseTopic, TopicCourse } from './topics.queries.ts';

export interface TopicsProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly course: TopicCourse;
  readonly topics: readonly CourseTopic[];
}

/** What reviewers speak about, each topic with sentences of theirs. */
export function TopicsPage({ t, href, course, topics }: TopicsProps) {
  const byLang = [...Map.groupBy(topics, (topic) => topic.lang)];
  return (
    <>
      <Pagehead
        eyebrow={course.title}
        title={t('reviews.topics.title')}
        lead={t('reviews.topics.lead')}
        actions={<a href={href(`/courses/${course.slug}/reviews`)}>{t('reviews.topics.all')}</a>}
      />
      {topics.length === 0 && (
        <EmptyState
          title={t('reviews.topics.empty')}
          text={t('reviews.topics.empty-text', { n: fewestTexts })}
        />
      )}
      {byLang.map(([lang, found]) => (
        <section key={lang} class="section" aria-labelledby={`topics-${lang}`}>
          <header>
            <h2 id={`topics-${lang}`}>{t('reviews.topics.in', { language: t.languageName(lang) })}</h2>
          </header>
          <div class="grid">
            {found.map((topic) => (
              <Topic key={topic.label} t={t} href={href} topic={topic} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

/** From this share of one side on, it is said that reviewers like it, or do not. */
const oneSided = 2 / 3;

export function leanOfTopic({
  praised,
  criticised,
}: Pick<CourseTopic, 'praised' | 'criticised'>): 'liked' | 'disliked' | 'mixed' {
  const both = praised + criticised;
  if (both === 0) return 'mixed';
  if (praised / both >= oneSided) return 'liked';
  return criticised / both >= oneSided ? 'disliked' : 'mixed';
}

const tones = { liked: 'open', disliked: 'bad', mixed: 'soon' } as const;

function Topic({ t, href, topic }: Pick<TopicsProps, 't' | 'href'> & { readonly topic: CourseTopic }) {
  const lean = leanOfTopic(topic);
  return (
    <article class="card">
      <h3 lang={topic.lang}>
        <bdi>{topic.label}</bdi>
      </h3>
      <p class="row small">
        <Chip tone={tones[lean]}>{t(`reviews.topics.${lean}`)}</Chip>
        <span class="soft">{t('reviews.topics.count', { n: topic.reviews })}</span>
      </p>
      <ul class="plain stack">
        {topic.quotes.map((quote) => (
          <li key={quote.reviewId}>
            <a href={href(`/reviews/${quote.reviewId}`)}>
              <q lang={topic.lang} dir="auto">
                {quote.text}
              </q>
            </a>
          </li>
        ))}
      </ul>
    </article>
  );
}
