import type {
  CostLine,
  CourseDocument,
  Effort,
  PrerequisiteClaim,
  RunClaim,
} from '../course-document/course-document.ts';
import type { AuthoredListing } from './authored-listing.ts';
import { platforms, providerDescriptions, providers, subjects, type SamplePlatform } from './cast.ts';
import { listingFiles } from './listings.ts';
import { addDays, daysBetween, isYearly, runClaims } from './run-days.ts';

export interface SampleCourse {
  /** The platform's slug. */
  readonly platform: string;
  readonly document: CourseDocument;
}

export interface SampleProvider {
  /** The key that course documents name it by. */
  readonly key: string;
  readonly name: string;
  /** One or two sentences by language; empty when nobody wrote any. */
  readonly description: Readonly<Record<string, string>>;
}

export interface SampleCatalogue {
  readonly platforms: readonly Omit<SamplePlatform, 'currency'>[];
  readonly providers: readonly SampleProvider[];
  readonly courses: readonly SampleCourse[];
}

/** A listing with the language of its file, and the listings it may point to. */
interface Placed {
  readonly language: string;
  readonly listing: AuthoredListing;
}
type Index = ReadonlyMap<string, Placed>;

/** A small whole number that depends on the key alone: variety that is the same on every machine. */
const numberFrom = (key: string) =>
  new TextEncoder().encode(key).reduce((sum, byte) => (sum * 31 + byte) % 9973, 7);

function named<T>(map: ReadonlyMap<string, T>, name: string, listing: AuthoredListing): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`sample listing "${listing.k}": nothing is called "${name}"`);
  return value;
}

/** "2-3h x 4w" and "3h x 5w" (hours a week, weeks), or "20h" (the whole course). */
export function effortOf(written: string): Effort {
  const weekly = /^(\d+)(?:-(\d+))?h x (\d+)w$/.exec(written);
  if (weekly) {
    const [, min, max, weeks] = weekly;
    return {
      minHoursPerWeek: Number(min),
      maxHoursPerWeek: Number(max ?? min),
      weeks: Number(weeks),
    };
  }
  const whole = /^(\d+)h$/.exec(written);
  if (whole) return { totalHours: Number(whole[1]) };
  throw new Error(`sample effort "${written}": write "2-3h x 4w" or "20h"`);
}

/** The same course on another platform, as a listing of its own. */
function twinOf({ listing, language }: Placed): Placed[] {
  const { also, ...first } = listing;
  return also ? [{ language, listing: { ...first, ...also, k: `${first.k}-${also.on}` } }] : [];
}

function costLines(listing: AuthoredListing, today: string): CostLine[] {
  const { currency = named(platforms, listing.on, listing).currency, month, year, ...once } = listing.cost;
  const checkedOn = addDays(today, -1 - (numberFrom(listing.k) % 40));
  const line = (kind: CostLine['kind'], amount: number | undefined, per?: 'month' | 'year'): CostLine[] =>
    amount === undefined ? [] : [{ kind, amount, currency, ...(per ? { per } : {}), checkedOn }];
  return [
    ...line('access', once.access),
    ...line('certificate', once.certificate),
    ...line('exam', once.exam),
    ...line('subscription', month, 'month'),
    ...line('subscription', year, 'year'),
  ];
}

const addressOf = (listing: AuthoredListing) =>
  `${named(platforms, listing.on, listing).url}/courses/${listing.k}`;

/** A course of the same platform is named by its key; one of another platform by its address. */
function prerequisites(listing: AuthoredListing, index: Index): PrerequisiteClaim | undefined {
  const { needs, know } = listing;
  if (needs === undefined && know === undefined) return undefined;
  const before = needs === 'nothing' || needs === undefined ? [] : needs;
  const courses = before.map((key) => {
    const other = named(index, key, listing).listing;
    const where = other.on === listing.on ? { key } : { url: addressOf(other) };
    return { ...where, title: other.t };
  });
  return {
    ...(needs === 'nothing' ? { nothing: true as const } : {}),
    ...(know === undefined ? {} : { text: know }),
    ...(courses.length ? { courses } : {}),
  };
}

function providerClaims(listing: AuthoredListing): CourseDocument['providers'] {
  return [listing.by].flat().map((key) => {
    const { name, host, country } = named(providers, key, listing);
    return { name, key, url: `https://${host}`, country };
  });
}

/** Each subject twice: the word of the listing's language, and the ISCED-F code all languages share. */
function subjectClaims({ listing, language }: Placed): CourseDocument['subjects'] {
  return [listing.subj].flat().flatMap((key) => {
    const { isced, label } = named(subjects, key, listing);
    const words = label[language] ?? named(new Map(Object.entries(label)), 'en', listing);
    return [
      { scheme: 'label' as const, label: words },
      { scheme: 'isced-f' as const, code: isced },
    ];
  });
}

/** A dated run takes the place of the yearly one that falls in the same weeks. */
const tooCloseToAnnounce = 60;

function runsOf(listing: AuthoredListing, effort: Effort, today: string): readonly RunClaim[] {
  const weekday = 1 + (numberFrom(listing.k) % 4);
  const habit = { today, weekday, weeks: effort.weeks ?? 6 };
  const claims = listing.runs.map((run, at) => ({ run, claims: runClaims(run, habit, at + 1) }));
  const dated = claims.filter(({ run }) => !isYearly(run)).flatMap((one) => one.claims);
  const near = ({ start }: RunClaim) =>
    dated.some((one) => one.start && start && daysBetween(one.start.on, start.on) < tooCloseToAnnounce);
  return claims.flatMap((one) => (isYearly(one.run) ? one.claims.filter((past) => !near(past)) : one.claims));
}

function translationsOf(listing: AuthoredListing): CourseDocument['translations'] {
  return Object.fromEntries(
    Object.entries(listing.tr ?? {}).map(([language, { t, s, d }]) => [
      language,
      { title: t, ...(s ? { summary: s } : {}), ...(d ? { description: d } : {}) },
    ]),
  );
}

/** What only some listings say. */
function optionalParts(placed: Placed, index: Index): Partial<CourseDocument> {
  const { listing } = placed;
  const before = prerequisites(listing, index);
  return {
    ...(listing.subs ? { subtitles: listing.subs } : {}),
    ...(listing.tr ? { translations: translationsOf(listing)! } : {}),
    ...(listing.who ? { instructors: listing.who } : {}),
    ...(before ? { prerequisites: before } : {}),
    ...(listing.stars ? { rating: { mean: listing.stars[0], count: listing.stars[1] } } : {}),
    ...(listing.joined ? { enrolledCount: listing.joined } : {}),
    ...(listing.lic ? { licence: listing.lic } : {}),
  };
}

function documentOf(placed: Placed, index: Index, today: string): CourseDocument {
  const { listing, language } = placed;
  const effort = effortOf(listing.fx);
  return {
    key: listing.k,
    title: listing.t,
    summary: listing.s,
    description: listing.d,
    syllabus: listing.plan,
    outcomes: listing.can,
    languages: listing.lang ?? [language],
    level: listing.lv,
    kind: listing.kind ?? 'mooc',
    format: listing.format ?? 'online',
    certificate: listing.cert,
    costs: costLines(listing, today),
    effort,
    providers: providerClaims(listing)!,
    subjects: subjectClaims(placed)!,
    skills: listing.skills.map((label) => ({ label })),
    runs: runsOf(listing, effort, today),
    url: addressOf(listing),
    ...optionalParts(placed, index),
  };
}

/**
 * The sample catalogue as it stands on `today` (ISO day): invented platforms and their courses, whose run days are
 * counted from that day, so that every run state is there whenever the sample is installed.
 * Pure. Throws when a data file is wrong (unknown key, missing provider, subject or prerequisite).
 */
export function sampleCatalogue(today: string): SampleCatalogue {
  const written = listingFiles().flatMap(({ language, listings }) =>
    listings.map((listing) => ({ language, listing })),
  );
  const placed = written.flatMap((one) => [one, ...twinOf(one)]);
  const index: Index = new Map(placed.map((one) => [one.listing.k, one]));
  return {
    platforms: [...platforms.values()].map(({ currency: _currency, ...shown }) => shown),
    providers: [...providers].map(([key, { name }]) => ({
      key,
      name,
      description: providerDescriptions.get(key) ?? {},
    })),
    courses: placed.map((one) => ({
      platform: named(platforms, one.listing.on, one.listing).slug,
      document: documentOf(one, index, today),
    })),
  };
}
