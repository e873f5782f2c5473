import type { FeedRecord } from '../feed-format.ts';
import { RecordReader } from '../record-reader.ts';
import { outcomesOf, prerequisitesOf, ratingOf, skillsOf, subjectsOf, syllabusOf } from './claims-of-node.ts';
import { addressOf, firstText, textsOf, valuesOf, isNode } from './linked-node.ts';
import type { LinkedNode } from './linked-node.ts';
import { certificateOf, costsOf } from './offers-of-node.ts';
import { instructorsOf, providersOf } from './people-of-node.ts';
import { effortOf, formatOf, instancesOf, runsOf } from './runs-of-node.ts';
import { textsOfCourse } from './texts-of-node.ts';

export interface PageContext {
  /** The page's own address (its canonical one where it names it), a path for a file. */
  readonly location: string;
  /** What relative addresses are resolved against. */
  readonly base: string;
  /** Language of the page's html element. */
  readonly language?: string;
  /** Whether it is the only course of its page, so that the page's address is the course's. */
  readonly isAlone: boolean;
}

/** One schema.org Course as a record. */
export function courseOfNode(node: LinkedNode, page: PageContext, today: string): FeedRecord {
  const r = new RecordReader(today, page.base);
  const instances = instancesOf(node);
  const url = urlOf(r, node, page);
  const languages = languagesOf(r, node, instances);
  const texts = textsOfCourse(r, node, languages?.[0] ?? r.language('languages', page.language));
  const costs = costsOf(r, node, instances);
  return r.finish({
    key: keyOf(node, url, page, texts.title),
    ...texts,
    syllabus: syllabusOf(r, node),
    outcomes: outcomesOf(r, node),
    languages,
    level: levelOf(r, node),
    format: formatOf(node),
    certificate: certificateOf(r, node, costs),
    costs,
    effort: effortOf(r, node),
    providers: providersOf(r, node, instances),
    instructors: instructorsOf(r, node, instances),
    subjects: subjectsOf(r, node),
    skills: skillsOf(r, node),
    prerequisites: prerequisitesOf(r, node),
    runs: runsOf(r, node, url),
    url,
    imageUrl: r.link('imageUrl', addressOf(node, 'image', 'thumbnailUrl', 'thumbnail')),
    videoUrl: r.link('videoUrl', addressOf(node, 'video', 'trailer')),
    licence: r.name('licence', addressOf(node, 'license') ?? firstText(node, 'license')),
    rating: ratingOf(r, node),
    enrolledCount: enrolledOf(r, node, instances),
  });
}

/** An address of the site's front page is no course's; generators that know no better write it. */
function urlOf(r: RecordReader, node: LinkedNode, page: PageContext): string | undefined {
  const said = r.link('url', addressOf(node, 'url', 'mainEntityOfPage') ?? webId(node));
  const own = page.isAlone && /^https?:/.test(page.location) ? r.link('url', page.location) : undefined;
  return said === undefined || (own !== undefined && new URL(said).pathname === '/') ? (own ?? said) : said;
}

const webId = (node: LinkedNode): string | undefined =>
  node.id !== undefined && /^https?:\/\/[^#]*$/.test(node.id) ? node.id : undefined;

/** Its address, else the source's own code, else (in a file without addresses) its title. */
function keyOf(
  node: LinkedNode,
  url: string | undefined,
  page: PageContext,
  title: string | undefined,
): string | undefined {
  const code = firstText(node, 'identifier', 'courseCode') ?? identifierValue(node) ?? node.id;
  const key =
    url ??
    code ??
    (title === undefined
      ? undefined
      : `${/^https?:/.test(page.location) ? `${page.location}#` : ''}${title.toLowerCase()}`);
  return key?.slice(0, 500);
}

/** {"@type":"PropertyValue","value":"C-12"} */
function identifierValue(node: LinkedNode): string | undefined {
  const value = valuesOf(node, 'identifier').find(isNode);
  return value && firstText(value, 'value');
}

function languagesOf(
  r: RecordReader,
  node: LinkedNode,
  instances: readonly LinkedNode[],
): readonly string[] | undefined {
  const said = textsOf(node, 'inLanguage', 'availableLanguage');
  const all = said.length > 0 ? said : instances.flatMap((one) => textsOf(one, 'inLanguage'));
  return r.languages('languages', [...new Set(all.map((one) => one.text))]);
}

function levelOf(r: RecordReader, node: LinkedNode) {
  return textsOf(node, 'educationalLevel', 'typicalAgeRange').flatMap((one) => r.level(one.text) ?? [])[0];
}

function enrolledOf(r: RecordReader, node: LinkedNode, instances: readonly LinkedNode[]): number | undefined {
  const said = [node, ...instances].flatMap((one) => textsOf(one, 'totalHistoricalEnrollment'));
  const counts = said.flatMap(
    (one) => r.count('enrolledCount', one.text.replace(/[\s,.](?=\d{3}\b)/g, '')) ?? [],
  );
  return counts.length > 0 ? Math.max(...counts) : undefined;
}
