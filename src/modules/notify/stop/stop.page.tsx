import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import type { StillSent } from './letter-scope.queries.ts';

export interface StopPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly token: string;
  readonly come: readonly StillSent[];
}

export function StopPage({ t, site, token, come }: StopPageProps) {
  const action = urlFor(site, t.lang, '/following/stop', { token });
  const manage = urlFor(site, t.lang, '/following', { token });
  if (come.length === 0)
    return (
      <EmptyState
        title={t('notify.stop.nothing')}
        text={t('notify.stop.nothing.text')}
        actions={<LinkButton href={manage}>{t('notify.following.title')}</LinkButton>}
      />
    );
  const here = come.filter(({ ofLetter }) => ofLetter);
  const others = come.filter(({ ofLetter }) => !ofLetter);
  return (
    <>
      <Pagehead
        title={t(here.length > 0 ? 'notify.stop.title' : 'notify.stop.rest')}
        lead={t(here.length > 0 ? 'notify.stop.lead' : 'notify.stop.rest.lead')}
      />
      {here.length > 0 && (
        <form method="post" action={action} class="stack">
          <Titles items={here} />
          <div class="row">
            <Button kind="first" name="scope" value="letter">
              {t('notify.stop.do')}
            </Button>
            <LinkButton kind="quiet" href={manage}>
              {t('notify.stop.choose')}
            </LinkButton>
          </div>
        </form>
      )}
      {others.length > 0 && (
        <section class="section">
          <h2>{t('notify.stop.others')}</h2>
          <Titles items={others} />
          <div class="row form-end">
            <form method="post" action={action}>
              <Button name="scope" value="all">
                {t('notify.stop.all')}
              </Button>
            </form>
          </div>
        </section>
      )}
    </>
  );
}

function Titles({ items }: { readonly items: readonly StillSent[] }) {
  return (
    <div class="prose">
      <ul>
        {items.map(({ id, title }) => (
          <li key={id}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
