import { plainText } from '../course-document/plain-text.ts';
import type { StreamedElement, XmlElement } from './xml-elements.ts';

const entity = /&[A-Za-z][A-Za-z0-9]{0,31};/g;

function* entitiesIn(element: XmlElement): Generator<string> {
  yield* element.text.match(entity) ?? [];
  for (const child of element.children) yield* entitiesIn(child);
}

/** "&nbsp;" and the like are HTML's: XML does not know them, but the texts are read as HTML, and nothing is lost. */
const isHtml = (written: string): boolean => plainText(`a${written}b`) !== `a${written}b`;

/** The problems of a streamed element that cost something: entities of HTML do not. */
export function tellingProblems({ element, problems }: StreamedElement): readonly string[] {
  const aboutEntities = problems.filter((problem) => /entity/i.test(problem));
  if (aboutEntities.length === 0 || ![...entitiesIn(element)].every(isHtml)) return problems;
  return problems.filter((problem) => !aboutEntities.includes(problem));
}
