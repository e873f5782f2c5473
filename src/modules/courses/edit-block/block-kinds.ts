import type { BlockType } from '../content/blocks.ts';

/** Kinds that authors add, the most needed first; packages and sources come by imports. */
export const kindsToAdd = [
  'text',
  'questions',
  'video',
  'file',
  'audio',
  'case',
  'discussion',
  'poll',
  'survey',
  'assignment',
  'glossary',
  'detour',
  'embed',
  'tool',
  'done',
] as const satisfies readonly BlockType[];
export type KindToAdd = (typeof kindsToAdd)[number];

export const isKindToAdd = (kind: string): kind is KindToAdd =>
  (kindsToAdd as readonly string[]).includes(kind);
