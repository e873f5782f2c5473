import type { BlockContent, ContentOf } from '../content/blocks.ts';
import { lineAsHtml } from './target-text.ts';

type Written = {
  [T in BlockContent['type']]?: (content: ContentOf<T>) => string;
};

const link = (address: string, label: string): string =>
  `<p><a href="${lineAsHtml(address).replaceAll('"', '&quot;')}">${lineAsHtml(label)}</a></p>`;

const folded = (label: string, html: string): string =>
  `<details><summary>${label}</summary>${html}</details>`;

const writers: Written = {
  text: ({ text }) => text,
  file: ({ file, label, text }) => link(`file:${file}`, label) + (text ?? ''),
  audio: ({ file, transcript }) => link(`file:${file}`, '♪') + (transcript ?? ''),
  embed: ({ url, label }) => link(url, label),
  tool: ({ url, label }) => link(url, label),
  // the packed file, to be taken to where it can play
  package: ({ package: file, kind }) => link(`file:${file}`, kind),
  video: ({ link: film, file }) => (film ? link(film.url, film.url) : file ? link(`file:${file}`, '▶') : ''),
  case: ({ situation, documents, tasks, solution }) =>
    situation +
    documents.map(({ file, label }) => link(`file:${file}`, label)).join('') +
    (tasks.length > 0 ? `<ol>${tasks.map((task) => `<li>${task}</li>`).join('')}</ol>` : '') +
    (solution ? folded('✓', solution) : ''),
  discussion: ({ topic }) => topic,
  poll: ({ question, options }) =>
    `${question}<ul>${options.map(({ text }) => `<li>${lineAsHtml(text)}</li>`).join('')}</ul>`,
  survey: ({ questions, options }) =>
    `<ul>${questions.map(({ text }) => `<li>${lineAsHtml(text)}</li>`).join('')}</ul><p>${options.map(({ text }) => lineAsHtml(text)).join(' / ')}</p>`,
  assignment: ({ task, criteria }) =>
    task +
    (criteria.length > 0
      ? `<dl>${criteria.map(({ title, text }) => `<dt>${lineAsHtml(title)}</dt><dd>${text ?? ''}</dd>`).join('')}</dl>`
      : ''),
  glossary: ({ entries }) =>
    `<dl>${entries.map(({ term, meaning }) => `<dt>${lineAsHtml(term)}</dt><dd>${meaning}</dd>`).join('')}</dl>`,
  detour: ({ teaser, text }) => folded(lineAsHtml(teaser), text),
};

/** What can be read of a block, as course text: for formats that have no part of its kind. Undefined: nothing can. */
export function blockAsHtml(content: BlockContent): string | undefined {
  const write = writers[content.type] as ((content: BlockContent) => string) | undefined;
  const html = write?.(content);
  return html === '' ? undefined : html;
}
