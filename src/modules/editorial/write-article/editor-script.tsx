import { plainFile, pictureAddress } from '../article-pictures/shown-picture.ts';
import type { TextFormProps } from './text-form.tsx';

/** The script of the writing page, with all its words: it knows no language of its own. */
export function EditorScript({ t, assets }: Pick<TextFormProps, 't' | 'assets'>) {
  const address = assets.islands?.['article-editor'];
  if (address === undefined) return null;
  const words = Object.fromEntries(editorWords.map((word) => [word, t(`editorial.editor.${word}`)]));
  return (
    <>
      <div
        hidden
        data-editor-words={JSON.stringify(words)}
        data-pictures={pictureAddress('ID', plainFile)}
        data-upload="/editor/pictures"
      />
      <script type="module" src={address} />
    </>
  );
}

const editorWords = [
  ...([
    'toolbar',
    'bold',
    'italic',
    'code',
    'link',
    'heading',
    'subheading',
    'paragraph',
    'list',
    'numbers',
  ] as const),
  ...([
    'quote',
    'code-block',
    'rule',
    'table',
    'row',
    'column',
    'drop-row',
    'drop-column',
    'picture',
  ] as const),
  ...([
    'undo',
    'redo',
    'source',
    'formatted',
    'link-address',
    'picture-alt',
    'picture-alt-hint',
    'insert',
  ] as const),
  ...([
    'cancel',
    'saving',
    'not-saved',
    'changed',
    'rescued',
    'rescue',
    'discard',
    'uploading',
    'area',
  ] as const),
] as const;
