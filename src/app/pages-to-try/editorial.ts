import type { PageTemplate } from './page-template.ts';

export const editorialPages: readonly PageTemplate[] = [];
