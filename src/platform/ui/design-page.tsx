import { arabicSample } from './design/sample-arabic.ts';
import { frenchSample } from './design/sample-french.ts';
import { contentSpecimens } from './design/content-specimens.tsx';
import { formSpecimens } from './design/form-specimens.tsx';
import { listSpecimens } from './design/list-specimens.tsx';
import type { Setting, Specimen } from './design/specimen.ts';
import { Page, type PageProps } from './page.tsx';
import { Pagehead } from './pagehead.tsx';
import type { UiTranslator } from './translator.ts';

export interface DesignPageProps extends Pick<
  PageProps,
  't' | 'assets' | 'alternates' | 'theme' | 'here' | 'person'
> {
  /** Translator of a language written the other way; without it the page's own is turned round. */
  readonly counterpart?: UiTranslator | undefined;
}

const specimens: readonly Specimen[] = [...listSpecimens, ...formSpecimens, ...contentSpecimens];

/** Every element of the kit, light from left to right beside dark from right to left, for those who build pages. */
export function DesignPage({ t, counterpart, ...page }: DesignPageProps) {
  const other = counterpart ?? turned(t);
  const ltr = t.dir === 'ltr' ? t : other;
  const rtl = t.dir === 'rtl' ? t : other;
  return (
    <Page {...page} t={t} title="Design">
      <Pagehead title="Design" lead={t('ui.design.lead')} />
      {specimens.map((specimen, place) => (
        <section key={specimen.name} class="specimen">
          <h2>{specimen.name}</h2>
          <div class="specimen-pair">
            <Side
              theme="light"
              specimen={specimen}
              setting={{ t: ltr, say: frenchSample, id: `a${place}` }}
            />
            <Side theme="dark" specimen={specimen} setting={{ t: rtl, say: arabicSample, id: `b${place}` }} />
          </div>
        </section>
      ))}
    </Page>
  );
}

interface SideProps {
  readonly theme: 'light' | 'dark';
  readonly specimen: Specimen;
  readonly setting: Setting;
}

function Side({ theme, specimen, setting }: SideProps) {
  return (
    <div class="specimen-side" data-theme={theme} dir={setting.t.dir} lang={setting.say.lang}>
      {specimen.draw(setting)}
    </div>
  );
}

function turned(t: UiTranslator): UiTranslator {
  const say: UiTranslator = Object.assign((...words: Parameters<UiTranslator>) => t(...words), t);
  return Object.assign(say, { dir: t.dir === 'ltr' ? ('rtl' as const) : ('ltr' as const) });
}
