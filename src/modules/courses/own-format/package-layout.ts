import { z } from 'zod';
import { line, partId } from '../content/identifiers.ts';

/** The file that makes a folder a course of ours. */
export const manifestName = 'passerelle-course.json';

/** What the manifest calls the format. */
export const formatName = 'passerelle-course';

/** The version that is written, and the newest that is read. */
export const formatVersion = 1;

const path = z.string().min(1).max(1000);

/** What is asked of a manifest before anything else of it is read. */
export const manifestHead = z.object({
  format: z.literal(formatName),
  version: z.number().int().min(1),
});

/** A section as the manifest has it: its units are files. */
export const sectionUnits = z.object({ units: z.array(path).max(500) });

export const manifestBody = z.object({
  about: z.unknown(),
  rules: z.unknown(),
  sections: z.array(z.unknown()).max(300),
  /** Files of question banks. */
  banks: z.array(path).max(100).default([]),
  files: z
    .array(z.object({ id: partId, name: line, path }))
    .max(20_000)
    .default([]),
});
export type ManifestFile = z.infer<typeof manifestBody>['files'][number];
