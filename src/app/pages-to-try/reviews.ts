import type { PageTemplate } from './page-template.ts';

export const reviewsPages: readonly PageTemplate[] = [];
