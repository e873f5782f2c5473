import type { ComponentChildren } from 'preact';
import { type Crumb, Breadcrumbs } from './breadcrumbs.tsx';
import { classes } from './class-names.ts';
import { DocumentHead, type DocumentHeadProps } from './document-head.tsx';
import { Footer } from './footer.tsx';
import { Header, type Person } from './header.tsx';
import type { NavKey } from './navigation.ts';
import { Notice, type NoticeTone } from './notice.tsx';
import type { Translator } from '../i18n/translator.ts';

/** A message from the deed just done ("saved", "sent"), shown once above the page. */
export interface Flash {
  readonly tone: NoticeTone;
  readonly text: string;
}

export interface PageProps extends DocumentHeadProps {
  readonly nav?: NavKey | undefined;
  readonly person?: Person | undefined;
  readonly breadcrumbs?: readonly Crumb[] | undefined;
  /** The visitor asked for little data: no heading font. */
  readonly saveData?: boolean | undefined;
  /** This page's own path and query: where the theme form comes back to. */
  readonly here?: string | undefined;
  readonly flashes?: readonly Flash[] | undefined;
  /** `narrow` for forms and long texts. */
  readonly width?: 'page' | 'narrow' | undefined;
  readonly children: ComponentChildren;
}

/** A whole page, from `<html>` on; `renderPage` writes it out with its doctype. */
export function Page(props: PageProps) {
  const { t, nav, person, alternates, theme = 'auto', here, breadcrumbs } = props;
  return (
    <html lang={t.lang} dir={t.dir} data-theme={theme} data-save-data={props.saveData ? '' : undefined}>
      <DocumentHead {...props} />
      <body>
        <a class="skip" href="#content">
          {t('ui.skip')}
        </a>
        <Header t={t} nav={nav} person={person} alternates={alternates} />
        <main id="content" class={classes('page', props.width === 'narrow' && 'narrow')} tabindex={-1}>
          {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs t={t} items={breadcrumbs} />}
          <Flashes items={props.flashes ?? []} />
          {props.children}
        </main>
        <Footer t={t} alternates={alternates} theme={theme} here={here} />
        <Toasts t={t} />
      </body>
    </html>
  );
}

function Flashes({ items }: { readonly items: readonly Flash[] }) {
  return (
    <div class="flashes" role="status" data-region="flashes">
      {items.map((flash) => (
        <Notice key={flash.text} tone={flash.tone}>
          {flash.text}
        </Notice>
      ))}
    </div>
  );
}

/** Where the enhancer speaks; its words stand here so that the script needs no language of its own. */
function Toasts({ t }: { readonly t: Translator }) {
  return (
    <>
      <div
        id="toasts"
        class="toasts"
        role="status"
        data-offline={t('ui.offline')}
        data-failed={t('ui.failed')}
        data-copied={t('ui.copied')}
      />
      <div id="voice" class="unseen" role="status" />
    </>
  );
}
