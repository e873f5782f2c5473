import type { PageTemplate } from './page-template.ts';

export const insightsPages: readonly PageTemplate[] = [];
