import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Assets } from '../../../platform/ui/document-head.tsx';

export interface FormScriptProps {
  readonly t: Translator;
  readonly assets: Assets;
  /** Where pictures are sent to. */
  readonly upload: string;
}

/** The script of the forms of authoring; it knows no language of its own, all its words come along. */
export function FormScript({ t, assets, upload }: FormScriptProps) {
  const address = assets.islands?.['course-editor'];
  if (address === undefined) return null;
  return (
    <>
      <div hidden data-editor-words={JSON.stringify(saidWords(t))} data-upload={upload} />
      <script type="module" src={address} />
    </>
  );
}

const words = ['saving', 'not-saved', 'changed'] as const;

const saidWords = (t: Translator): Record<string, string> =>
  Object.fromEntries(words.map((word) => [word, t(`courses.editor.${word}`)]));
