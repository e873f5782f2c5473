import { rootName } from '../../../../platform/xml/root-name.ts';

/** Name of the first element of a QTI document of any version, without its prefix; undefined when it is none. */
export function qtiRoot(text: string): string | undefined {
  const name = rootName(text);
  return name !== undefined && /^(questestinterop|(qti-)?assessment-?(item|test))$/i.test(name)
    ? name
    : undefined;
}
