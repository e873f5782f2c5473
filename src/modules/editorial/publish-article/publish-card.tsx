import { urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { wallTimeOf } from '../../../platform/time/wall-time.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { mayMove } from '../article/article-states.ts';
import { sayScheduled } from '../show-newsroom/say-scheduled.ts';
import type { WritePageProps } from '../write-article/write.page.tsx';
import { missingIn } from './readiness.ts';
import { WhenFields } from './when-fields.tsx';

/** Where the article stands, what it lacks, and what can be done with it now. */
export function PublishCard(props: WritePageProps) {
  const { t, site, article } = props;
  const missing = missingIn(article.draft);
  const to = (path: string) => urlFor(site, t.lang, `/editor/articles/${article.id}/${path}`);
  return (
    <section class="card stack" aria-labelledby="publishing" data-region="standing">
      <h2 id="publishing">{t('editorial.publish.title')}</h2>
      <p>{sayState(props)}</p>
      {missing.length > 0 && article.state !== 'archived' && (
        <div>
          <p>{t('editorial.publish.lacks')}</p>
          <ul class="bullets">
            {missing.map(({ lang, lack }) => (
              <li key={lang + lack}>
                {t('editorial.publish.lack', {
                  language: t.languageName(lang),
                  lack: t(`editorial.lack.${lack}` as MessageKey),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {missing.length === 0 && <Moves {...props} />}
      <Takebacks {...props} />
      <div class="row">
        {article.state === 'published' && article.slug !== null && (
          <>
            <LinkButton kind="quiet" href={urlFor(site, t.lang, `/news/${encodeURIComponent(article.slug)}`)}>
              {t('editorial.publish.see')}
            </LinkButton>
            <LinkButton
              kind="quiet"
              href={urlFor(site, t.lang, '/editor/social/new', { article: article.id })}
            >
              {t('editorial.publish.share')}
            </LinkButton>
          </>
        )}
        <LinkButton kind="quiet" href={to('history')}>
          {t('editorial.history.title')}
        </LinkButton>
      </div>
    </section>
  );
}

function sayState({ t, article }: WritePageProps): string {
  const { state, publishAt, publishedAt } = article;
  if (state === 'scheduled' && publishAt)
    return t('editorial.publish.scheduled', { moment: sayScheduled(t, publishAt, article.zone) });
  if (state === 'published' && publishedAt) {
    const day = t.day(dayOf(publishedAt));
    const isAhead = JSON.stringify(article.live?.texts) !== JSON.stringify(article.draft.texts);
    return t(isAhead ? 'editorial.publish.ahead' : 'editorial.publish.published', { day });
  }
  return t(state === 'archived' ? 'editorial.publish.archived' : 'editorial.publish.draft');
}

function Version({ article }: WritePageProps) {
  return <input type="hidden" name="version" value={String(article.version)} data-article-version />;
}

function Moves(props: WritePageProps) {
  const { t, article } = props;
  const path = `/${t.lang}/editor/articles/${article.id}`;
  return (
    <>
      {mayMove(article.state, 'published') && (
        <form method="post" action={`${path}/publish`}>
          <Version {...props} />
          <Button kind="first" wide>
            {t(article.state === 'published' ? 'editorial.publish.again' : 'editorial.publish.now')}
          </Button>
        </form>
      )}
      {mayMove(article.state, 'scheduled') && <ScheduleForm {...props} />}
    </>
  );
}

function ScheduleForm(props: WritePageProps) {
  const { t, article, zone, now } = props;
  const at = article.publishAt ?? new Date(now.getTime() + 86_400_000);
  const shown = wallTimeOf(at, zone);
  return (
    <details open={article.state === 'scheduled'}>
      <summary>{t('editorial.publish.later')}</summary>
      <form method="post" action={`/${t.lang}/editor/articles/${article.id}/schedule`} class="stack">
        <Version {...props} />
        <WhenFields t={t} day={shown.day} time={shown.time} zone={zone} now={now} />
        <Button>{t('editorial.publish.schedule')}</Button>
      </form>
    </details>
  );
}

function Takebacks(props: WritePageProps) {
  const { t, article } = props;
  const deeds = [
    ['unscheduled', 'unschedule', 'editorial.publish.unschedule'],
    ['archived', 'archive', 'editorial.publish.archive'],
    ['reopened', 'reopen', 'editorial.publish.reopen'],
  ] as const;
  return (
    <>
      {deeds
        .filter(([deed]) => mayMove(article.state, deed))
        .map(([deed, path, label]) => (
          <form key={deed} method="post" action={`/${t.lang}/editor/articles/${article.id}/${path}`}>
            <Version {...props} />
            <Button kind={deed === 'archived' ? 'danger' : 'plain'} wide>
              {t(label)}
            </Button>
          </form>
        ))}
    </>
  );
}
