import type {
  CertificateKind,
  CostLine,
  ProviderClaim,
  SubjectClaim,
} from '../course-document/course-document.ts';
import type { FeedRecord } from './feed-format.ts';
import type { JsonRecord } from './json-pages.ts';
import { at, firstOf, flagOf, isObject, listOf, objectsOf, type RawObject, textOf } from './raw-value.ts';
import { only, present, RecordReader } from './record-reader.ts';
import { readRichieRuns } from './richie-run.ts';

/** A text, or the first of its translations ({fr: ..., en: ...}): whole index documents carry them all. */
function spoken(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.values(value).find((one) => textOf(one) !== undefined);
}

/**
 * Names of what the records refer to by key, as the answer's filters tell them: {subjects: {values: [{key,
 * human_name}]}}. Only values that occur in the filters have a name; the others are left out, keys mean nothing to
 * people.
 */
function filterNames(
  filters: unknown,
): ReadonlyMap<string, { readonly name: string; readonly filter: string }> {
  const names = new Map<string, { name: string; filter: string }>();
  for (const [filter, facet] of isObject(filters) ? Object.entries(filters) : []) {
    for (const value of objectsOf(at(facet, 'values'))) {
      const [key, name] = [textOf(value['key']), textOf(value['human_name'])];
      if (key && name) names.set(key, { name, filter });
    }
  }
  return names;
}

type Names = ReturnType<typeof filterNames>;

const namesOf = (keys: unknown, names: Names, filter: string): readonly string[] =>
  listOf(keys).flatMap((key) => {
    const found = names.get(textOf(key) ?? '');
    return found && found.filter === filter ? [found.name] : [];
  });

function readSubjects(raw: RawObject, names: Names): readonly SubjectClaim[] {
  const labels = namesOf(raw['categories'], names, 'subjects');
  const titles = objectsOf(raw['categories']).flatMap((one) => textOf(at(one, 'title')) ?? []);
  return [...labels, ...titles].map((label) => ({ scheme: 'label', label }));
}

interface Offer {
  readonly costs: readonly CostLine[];
  readonly certificate?: CertificateKind;
}

/** `offer` and `certificate_offer` with their prices: of the course in newer answers, of its runs before. */
function readOffer(read: RecordReader, raw: RawObject): Offer {
  const told =
    textOf(raw['offer']) || textOf(raw['certificate_offer']) ? raw : objectsOf(raw['course_runs'])[0];
  if (!told) return { costs: [] };
  const currency = textOf(told['price_currency']) ?? 'EUR';
  const free = /^(free|partially_free)$/.test(textOf(told['offer']) ?? '');
  const access = free ? 0 : firstOf(told, 'discounted_price', 'price');
  const proof = textOf(told['certificate_offer']);
  const proofPrice =
    proof === 'free' ? undefined : firstOf(told, 'certificate_discounted_price', 'certificate_price');
  const costs = [
    ...only(read.cost('access', access, currency)),
    ...only(read.cost('certificate', proofPrice, currency)),
  ];
  const certificate = proof === 'free' ? 'free' : proof ? 'paid' : undefined;
  return { costs, ...(certificate && { certificate }) };
}

/** A course of Richie's search (FUN and others): named by its code, or by its page when it has none. */
export function readRichieCourse({ raw, location, aside }: JsonRecord, today: string): FeedRecord {
  const read = new RecordReader(today, location);
  const key = textOf(firstOf(raw, 'code', 'id'));
  const title = read.title(spoken(raw['title']));
  if (flagOf(raw['is_listed']) === false) return read.refuse('not listed by its platform', key, title);
  const names = filterNames(aside.get('filters'));
  const runs = readRichieRuns(read, raw);
  const highlighted = read.name('providers[0].name', spoken(raw['organization_highlighted']));
  const others = namesOf(raw['organizations'], names, 'organizations').filter((name) => name !== highlighted);
  const logo = read.link('providers[0].logoUrl', at(raw, 'organization_highlighted_cover_image', 'src'));
  return read.finish({
    key,
    title,
    summary: read.summary(spoken(raw['introduction'])),
    description: read.text('description', spoken(raw['description'])),
    languages: read.languages(
      'languages',
      objectsOf(raw['course_runs']).flatMap((run) => listOf(run['languages'])),
    ),
    level: read.level(namesOf(raw['categories'], names, 'levels')[0]),
    ...readOffer(read, raw),
    effort: { ...read.effort(spoken(raw['duration'])), ...read.effort(spoken(raw['effort'])) },
    providers: [
      ...(highlighted ? [present<ProviderClaim>({ name: highlighted, logoUrl: logo })] : []),
      ...others.map((name) => ({ name })),
    ],
    instructors: namesOf(raw['persons'], names, 'persons').map((name) => ({ name })),
    subjects: readSubjects(raw, names),
    runs,
    url: read.link('url', spoken(raw['absolute_url'])),
    imageUrl: read.link('imageUrl', at(raw, 'cover_image', 'src')),
  });
}
