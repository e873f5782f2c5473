import { arabicSample } from './design/sample-arabic.ts';
import { frenchSample } from './design/sample-french.ts';
import { contentSpecimens } from './design/content-specimens.tsx';
import { formSpecimens } from './design/form-specimens.tsx';
import { listSpecimens } from './design/list-specimens.tsx';
import type { Setting, Specimen } from './design/specimen.ts';
import { Pagehead } from './pagehead.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface DesignSheetProps {
  readonly t: Translator;
  /** Translator of a language that is written the other way. */
  readonly counterpart: Translator;
}

const specimens: readonly Specimen[] = [...listSpecimens, ...formSpecimens, ...contentSpecimens];

/** Every element of the kit, light from left to right beside dark from right to left, for those who build pages. */
export function DesignSheet({ t, counterpart }: DesignSheetProps) {
  const [ltr, rtl] = t.dir === 'ltr' ? [t, counterpart] : [counterpart, t];
  return (
    <>
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
    </>
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
