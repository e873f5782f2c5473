import type { PageTemplate } from './page-template.ts';

export const notifyPages: readonly PageTemplate[] = [];
