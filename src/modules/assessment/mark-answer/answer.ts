import { z } from 'zod';

/** A file that was handed in; its bytes lie in the storage under `key`. */
export const handedFile = z.object({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(255),
  type: z.string().max(200),
  bytes: z.number().int().min(0),
});
export type HandedFile = z.infer<typeof handedFile>;

const percent = z.number().min(0).max(100);

/**
 * What somebody answered, as it is kept for ever. Which shape a question takes: `choice` single, dropdown; `choices`
 * multiple; `text` number, text, essay, formula, code; `parts` order (place of each item, from 1), match (target of each
 * source), gap (what stands in each), drag (place of each item); `place` and `point` hotspot; `files` file.
 */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), id: z.string() }),
  z.object({ kind: z.literal('choices'), ids: z.array(z.string()) }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('parts'), parts: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('place'), id: z.string() }),
  z.object({ kind: z.literal('point'), x: percent, y: percent }),
  z.object({ kind: z.literal('files'), files: z.array(handedFile) }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** Whether nothing was chosen, written or handed in. */
export function isBlank(answer: Answer | undefined): boolean {
  switch (answer?.kind) {
    case undefined:
      return true;
    case 'choice':
    case 'place':
      return answer.id === '';
    case 'choices':
      return answer.ids.length === 0;
    case 'text':
      return answer.text.trim() === '';
    case 'parts':
      return Object.values(answer.parts).every((part) => part.trim() === '');
    case 'point':
      return false;
    case 'files':
      return answer.files.length === 0;
  }
}
