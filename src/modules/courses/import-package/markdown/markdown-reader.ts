import type { PackageReader } from '../package-reader.ts';
import { isMarkdown } from './folder-tree.ts';
import { readMarkdownFolder } from './read-markdown-folder.ts';

/** Folders of Markdown pages, and questions in GIFT; asked last, because other packages may hold a README too. */
export const markdownReader: PackageReader = {
  format: 'markdown',
  recognises: async (archive) => archive.entries.some(({ path }) => isMarkdown(path)),
  read: (archive, { name }) => readMarkdownFolder(archive, name),
};
