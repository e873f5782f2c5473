import type { ComponentChildren } from 'preact';

export interface ProseProps {
  readonly lang?: string | undefined;
  readonly children: ComponentChildren;
}

/** Running text: headings, lists, quotes and tables get the spacing of a book. */
export function Prose({ lang, children }: ProseProps) {
  return (
    <div class="prose" lang={lang} dir={lang === undefined ? undefined : 'auto'}>
      {children}
    </div>
  );
}
