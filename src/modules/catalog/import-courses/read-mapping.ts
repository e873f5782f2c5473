import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CommandFailed } from '../../../platform/module.ts';

const mappingSchema = z.record(z.string(), z.string());

/** A mapping file: one JSON object, column name -> field name. */
export async function readMapping(path: string): Promise<Readonly<Record<string, string>>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new CommandFailed(`--mapping ${path} cannot be read`);
  }
  try {
    return mappingSchema.parse(JSON.parse(text));
  } catch {
    throw new CommandFailed(`--mapping ${path} must be one JSON object such as {"Course name": "title"}`);
  }
}
