import type { FeedFormat, FeedInput } from './feed-format.ts';
import { FeedUnreadable } from './feed-format.ts';

export const allFormats: readonly FeedFormat[] = [];

export const formatNamed = (name: string): FeedFormat | undefined =>
  allFormats.find((format) => format.name === name);

export async function detectFormat(input: FeedInput): Promise<{ format: FeedFormat; confidence: number }> {
  throw new FeedUnreadable(`the format of ${input.location} is not recognised`);
}
