import type { CertificateKind, Effort } from '../../course-document/course-document.ts';
import { shown } from '../../course-document/degradation.ts';
import { plainText } from '../../course-document/plain-text.ts';
import { readPrerequisites } from '../../course-document/prerequisites.ts';
import type { FeedRecord } from '../feed-format.ts';
import { numberOf } from '../raw-value.ts';
import type { RecordReader } from '../record-reader.ts';
import { childOf, childText, childrenOf } from '../xml-elements.ts';
import type { XmlElement } from '../xml-elements.ts';
import { elmCosts, elmProviders, elmRuns, elmSkills, elmSubjects, homepageOf } from './elm-claims.ts';
import type { ElmIndex } from './elm-index.ts';
import { chosen, firstTexts, noteText, textsIn, translationsOf } from './elm-texts.ts';
import { codeOf, formatOfModes, isEcts, languageCode } from './elm-vocabulary.ts';

/** A learning opportunity with the specification that it offers, or a specification alone. */
export function elmCourse(r: RecordReader, element: XmlElement, index: ElmIndex): FeedRecord {
  const isOpportunity = element.name === 'learningOpportunity';
  const missing = (id: string) => r.note('record', `the feed holds no specification ${shown(id)}`);
  const specification = isOpportunity
    ? index.referred(element, 'learningAchievementSpecification', missing)[0]
    : element;
  const languages = languagesOf(r, specification);
  const wanted = [...(languages ?? []), ...(defaultLanguage(r, element) ?? [])];
  const titles = firstTexts(textsIn(element, 'title'), textsIn(specification, 'title'));
  const descriptions = firstTexts(textsIn(element, 'description'), textsIn(specification, 'description'));
  const title = chosen(titles, wanted);
  const inMain = title?.tag === undefined ? wanted : [title.tag, ...wanted];
  const outcomes = specification ? index.referred(specification, 'learningOutcome') : [];
  return r.finish({
    key: element.attributes['id']?.slice(0, 500),
    title: r.title(title?.text),
    description: r.text('description', chosen(descriptions, inMain)?.text),
    translations: translationsOf(r, titles, descriptions, { title, taughtIn: languages?.[0] }),
    syllabus: partsOf(r, specification, index, inMain),
    outcomes: outcomesOf(r, specification, outcomes, inMain),
    languages,
    level: levelOf(r, specification, inMain),
    format: formatOf(element) ?? (specification && formatOf(specification)),
    certificate: certificateOf(r, specification),
    costs: elmCosts(r, element),
    effort: effortOf(r, element, specification),
    providers: elmProviders(
      r,
      specification && isOpportunity ? [element, specification] : [element],
      index,
      inMain,
    ),
    subjects: elmSubjects(r, specification, inMain),
    skills: elmSkills(r, outcomes, inMain),
    prerequisites: readPrerequisites(plainText(noteText(specification, 'entryRequirement', inMain) ?? '')),
    runs: isOpportunity ? elmRuns(r, element, inMain) : undefined,
    url: r.link('url', homepageOf(element) ?? homepageOf(specification)),
    imageUrl: r.link('imageUrl', childText(childOf(element, 'bannerImage') ?? element, 'contentUrl')),
  });
}

const formatOf = (element: XmlElement) =>
  formatOfModes(childrenOf(element, 'mode').map((mode) => mode.attributes['uri']));

function languagesOf(r: RecordReader, specification: XmlElement | undefined): readonly string[] | undefined {
  if (!specification) return undefined;
  return r.languages(
    'languages',
    childrenOf(specification, 'language').flatMap((one) => languageCode(one.attributes['uri']) ?? []),
  );
}

function defaultLanguage(r: RecordReader, element: XmlElement): readonly string[] | undefined {
  return r.languages('languages', languageCode(childOf(element, 'defaultLanguage')?.attributes['uri']));
}

function partsOf(
  r: RecordReader,
  specification: XmlElement | undefined,
  index: ElmIndex,
  wanted: readonly string[],
) {
  if (!specification) return undefined;
  const titles = index
    .referred(specification, 'hasPart')
    .flatMap((part) => chosen(textsIn(part, 'title'), wanted)?.text ?? []);
  return r.lines('syllabus', titles);
}

/** The outcomes by their titles, else the summary of them. */
function outcomesOf(
  r: RecordReader,
  specification: XmlElement | undefined,
  outcomes: readonly XmlElement[],
  wanted: readonly string[],
) {
  const titles = outcomes.flatMap((one) => chosen(textsIn(one, 'title'), wanted)?.text ?? []);
  return titles.length > 0
    ? r.lines('outcomes', titles)
    : r.lines('outcomes', noteText(specification, 'learningOutcomeSummary', wanted));
}

/** The level of the European Qualifications Framework, else a word for the level of education. */
function levelOf(r: RecordReader, specification: XmlElement | undefined, wanted: readonly string[]) {
  if (!specification) return undefined;
  const eqf = childrenOf(specification, 'EQFLevel').flatMap(
    (one) => r.level(`EQF ${codeOf(one.attributes['uri']) ?? ''}`) ?? [],
  );
  const words = childrenOf(specification, 'educationLevel').flatMap(
    (one) => r.level(chosen(textsIn(one, 'prefLabel'), wanted)?.text) ?? [],
  );
  return eqf[0] ?? words[0];
}

/** A qualification ends in a diploma; a specification with ECTS points gives credit. */
function certificateOf(r: RecordReader, specification: XmlElement | undefined): CertificateKind | undefined {
  if (!specification) return undefined;
  if (specification.name === 'qualification' && childText(specification, 'isPartialQualification') !== 'true')
    return 'diploma';
  const points = childrenOf(specification, 'creditPoint').filter((one) =>
    isEcts(childOf(one, 'framework')?.attributes['uri']),
  );
  for (const point of points) {
    const written = childText(point, 'point');
    const number = numberOf(written);
    if (number === undefined) r.note('certificate', `not a number of credit points: ${shown(written ?? '')}`);
    else if (number > 0) return 'credit';
  }
  return undefined;
}

/** The opportunity's duration is how long it lasts, the volume of learning how much work it is. */
function effortOf(r: RecordReader, element: XmlElement, specification: XmlElement | undefined): Effort {
  const weeks = r.effort(childText(element, 'duration'))?.weeks;
  const volume =
    childText(element, 'volumeOfLearning') ?? (specification && childText(specification, 'volumeOfLearning'));
  const totalHours = r.effort(volume)?.totalHours;
  return { ...(weeks === undefined ? {} : { weeks }), ...(totalHours === undefined ? {} : { totalHours }) };
}
