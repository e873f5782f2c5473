import type { ComponentChildren } from 'preact';
import type { Lang } from '../i18n/languages.ts';
import type { Translator } from '../i18n/translator.ts';
import type { Theme } from './theme-menu.tsx';

/** A sheet of styles that only the pages at these addresses, and below them, load. */
export interface PartSheet {
  readonly href: string;
  readonly paths: readonly string[];
}

/** Addresses of the built files, with their hashes. */
export interface Assets {
  readonly css: string;
  readonly sheets?: readonly PartSheet[];
  readonly js: string;
  /** Scripts that only some pages load, by name. */
  readonly islands?: Readonly<Record<string, string>>;
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
  /** Languages in which the page's content exists: search engines hear of no other. */
  readonly existsIn?: readonly Lang[] | undefined;
  readonly assets: Assets;
  /** Address of this page without its language. */
  readonly path: string;
  /** Follows the system unless the visitor chose. */
  readonly theme?: Theme | undefined;
  /** Further elements of `<head>`: OpenGraph, JSON-LD, feeds. */
  readonly head?: ComponentChildren;
}

/** Paper of both themes (tokens.css), for the browser's own bars. */
const papers = { light: '#fbf8f3', dark: '#10181d' } as const;

function ThemeColours({ theme = 'auto' }: Pick<DocumentHeadProps, 'theme'>) {
  if (theme !== 'auto') return <meta name="theme-color" content={papers[theme]} />;
  return (
    <>
      <meta name="theme-color" content={papers.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={papers.dark} media="(prefers-color-scheme: dark)" />
    </>
  );
}

const siteName = 'Passerelle';

const sheetsOf = ({ sheets = [] }: Assets, path: string): string[] =>
  sheets
    .filter(({ paths }) => paths.some((each) => path === each || path.startsWith(`${each}/`)))
    .map(({ href }) => href);

export function DocumentHead({
  title,
  description,
  canonical,
  alternates = {},
  existsIn,
  assets,
  path,
  head,
  theme,
}: DocumentHeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === siteName ? title : `${title} · ${siteName}`}</title>
      {description !== undefined && <meta name="description" content={description} />}
      <link rel="stylesheet" href={assets.css} />
      {sheetsOf(assets, path).map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <script type="module" src={assets.js} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/site.webmanifest" />
      {canonical !== undefined && <link rel="canonical" href={canonical} />}
      {Object.entries(alternates)
        .filter(
          ([lang]) => existsIn === undefined || lang === 'x-default' || existsIn.some((one) => one === lang),
        )
        .map(([lang, href]) => (
          <link key={lang} rel="alternate" hreflang={lang} href={href} />
        ))}
      <ThemeColours theme={theme} />
      {head}
    </head>
  );
}
