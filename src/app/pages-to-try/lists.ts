import type { PageTemplate } from './page-template.ts';

export const listsPages: readonly PageTemplate[] = [];
