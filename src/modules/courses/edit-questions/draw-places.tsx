import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Assets } from '../../../platform/ui/document-head.tsx';
import type { QuestionType } from '../content/questions.ts';

export interface DrawPlacesProps {
  readonly t: Translator;
  readonly assets: Assets;
  readonly type: QuestionType;
  /** Address of the picture that is kept; none until one was sent. */
  readonly picture: string | undefined;
}

/** Brings the script along with which places are drawn on their picture; the form's numbers work without it. */
export function DrawPlaces({ t, assets, type, picture = '' }: DrawPlacesProps) {
  const script = assets.islands?.['draw-places'];
  if ((type !== 'hotspot' && type !== 'drag') || script === undefined) return null;
  const words = { how: t('courses.question.draw.how'), place: t('courses.question.draw.place') };
  return (
    <>
      <div hidden data-draw-places={picture} data-hand-words={JSON.stringify(words)} />
      <script type="module" src={script} />
    </>
  );
}
