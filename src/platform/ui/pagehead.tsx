import type { ComponentChildren } from 'preact';
import { classes } from './class-names.ts';

export interface PageheadProps {
  readonly title: string;
  /** Language of the title, when it is not the page's. */
  readonly titleLang?: string | undefined;
  readonly eyebrow?: string | undefined;
  /** One or two sentences: what this page is for. */
  readonly lead?: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** For a home page: larger. */
  readonly grand?: boolean | undefined;
}

/** The page's one h1, what it is for, and what one can do here. */
export function Pagehead({ title, titleLang, eyebrow, lead, actions, grand }: PageheadProps) {
  return (
    <div class={classes('pagehead', grand && 'grand')}>
      <div>
        {eyebrow !== undefined && <p class="eyebrow">{eyebrow}</p>}
        <h1 lang={titleLang}>
          <bdi>{title}</bdi>
        </h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {actions && <div class="row">{actions}</div>}
    </div>
  );
}
