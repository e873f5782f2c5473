import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Assets } from '../../../platform/ui/document-head.tsx';

export interface FormScriptProps {
  readonly t: Translator;
  readonly assets: Assets;
  /** Whose pictures its texts may show. */
  readonly courseId: string;
}

/** The script of the forms of authoring; it knows no language of its own, all its words come along. */
export function FormScript({ t, assets, courseId }: FormScriptProps) {
  const address = assets.islands?.['course-editor'];
  if (address === undefined) return null;
  return (
    <>
      <div
        hidden
        data-editor-words={JSON.stringify(saidWords(t))}
        data-pictures={`/course-files/${courseId}/ID/picture`}
        data-upload={`/teach/courses/${courseId}/files`}
      />
      <script type="module" src={address} />
    </>
  );
}

const words = [
  ...(['saving', 'not-saved', 'changed', 'uploading', 'toolbar', 'bold', 'italic', 'code', 'link'] as const),
  ...([
    'heading',
    'subheading',
    'paragraph',
    'list',
    'numbers',
    'quote',
    'callout',
    'code-block',
    'rule',
  ] as const),
  ...(['table', 'row', 'column', 'drop-row', 'drop-column', 'picture', 'undo', 'redo'] as const),
  ...(['link-address', 'picture-alt', 'picture-alt-hint', 'insert', 'cancel'] as const),
] as const;

const saidWords = (t: Translator): Record<string, string> =>
  Object.fromEntries(words.map((word) => [word, t(`courses.editor.${word}`)]));
