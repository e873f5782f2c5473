import type { ComponentChildren } from 'preact';
import type { Lang } from '../i18n/languages.ts';
import type { Translator } from '../i18n/translator.ts';

/** Addresses of the two built files, with their hashes. */
export interface Assets {
  readonly css: string;
  readonly js: string;
}

/** The same page in each language; `x-default` chooses by the visitor's own. */
export type Alternates = Readonly<Partial<Record<Lang | 'x-default', string>>>;

export interface DocumentHeadProps {
  readonly t: Translator;
  readonly title: string;
  readonly description?: string | undefined;
  /** Absolute address of this page. */
  readonly canonical?: string | undefined;
  readonly alternates?: Alternates | undefined;
  readonly assets: Assets;
  /** Further elements of `<head>`: OpenGraph, JSON-LD, feeds. */
  readonly head?: ComponentChildren;
}

const siteName = 'Passerelle';

export function DocumentHead({
  title,
  description,
  canonical,
  alternates = {},
  assets,
  head,
}: DocumentHeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === siteName ? title : `${title} · ${siteName}`}</title>
      {description !== undefined && <meta name="description" content={description} />}
      <link rel="stylesheet" href={assets.css} />
      <script type="module" src={assets.js} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      {canonical !== undefined && <link rel="canonical" href={canonical} />}
      {Object.entries(alternates).map(([lang, href]) => (
        <link key={lang} rel="alternate" hreflang={lang} href={href} />
      ))}
      <meta name="theme-color" content="#fbf8f3" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#10181d" media="(prefers-color-scheme: dark)" />
      {head}
    </head>
  );
}
