import { firstOf, isObject, listOf } from '../raw-value.ts';

/** A picture or film: an address, or an object that holds it. */
export function mediaUrl(value: unknown): unknown {
  const [first] = listOf(value);
  return isObject(first) ? firstOf(first, 'contentUrl', 'url', 'src') : first;
}
