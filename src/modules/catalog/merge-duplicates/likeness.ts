import { nameKey } from '../course-document/slug.ts';

/** One thing that speaks for or against two courses being one. */
export interface DuplicateReason {
  readonly what: 'url' | 'title' | 'provider' | 'other-provider' | 'language' | 'level' | 'long-title';
  /** What it adds to the score, in hundredths. */
  readonly weight: number;
  /** 0 to 100, for titles. */
  readonly likeness?: number;
}

/** What is compared of a course. */
export interface ComparedCourse {
  readonly id: string;
  readonly title: string;
  readonly language: string | null;
  readonly level: string | null;
  readonly providers: readonly string[];
}

export interface Comparison {
  readonly a: ComparedCourse;
  readonly b: ComparedCourse;
  /** Likeness of the titles by their trigrams, 0 to 1. */
  readonly titles: number;
  /** Both name the same organiser page, and few others do. */
  readonly sameUrl: boolean;
}

/** From here on two courses are shown to a person. */
export const worthAsking = 0.7;
/** Titles as long as this are rarely alike by chance. */
const longTitle = 40;

/** Numbers and Roman numerals tell parts of a series apart: "Python 1" is not "Python 2". */
export function numbersOf(title: string): string {
  const words = title.toLowerCase().match(/\p{N}+|\b[ivx]{1,4}\b/gu) ?? [];
  return words.sort().join(' ');
}

const mainTag = (language: string | null): string | undefined => language?.split('-')[0];

/** What speaks for the two being one, and what against it; undefined when they cannot be. */
export function compareCourses({ a, b, titles, sameUrl }: Comparison): DuplicateReason[] | undefined {
  const [one, other] = [mainTag(a.language), mainTag(b.language)];
  if (one && other && one !== other) return undefined;
  if (!sameUrl && numbersOf(a.title) !== numbersOf(b.title)) return undefined;
  const reasons: DuplicateReason[] = [];
  if (sameUrl) reasons.push({ what: 'url', weight: 50 });
  const most = sameUrl ? 50 : 75;
  reasons.push({ what: 'title', weight: Math.round(most * titles), likeness: Math.round(titles * 100) });
  reasons.push(...providerReasons(a, b, titles));
  if (one && other) reasons.push({ what: 'language', weight: 5 });
  if (a.level && b.level && a.level !== b.level) reasons.push({ what: 'level', weight: -10 });
  return reasons;
}

function providerReasons(a: ComparedCourse, b: ComparedCourse, titles: number): DuplicateReason[] {
  if (a.providers.length === 0 || b.providers.length === 0) return [];
  const known = new Set(a.providers.map(nameKey));
  if (b.providers.some((name) => known.has(nameKey(name)))) return [{ what: 'provider', weight: 20 }];
  const isTelling = titles > 0.95 && a.title.length >= longTitle;
  return isTelling ? [{ what: 'long-title', weight: 0 }] : [{ what: 'other-provider', weight: -20 }];
}

/** 0 to 1. */
export const scoreOf = (reasons: readonly DuplicateReason[]): number =>
  Math.min(
    100,
    Math.max(
      0,
      reasons.reduce((sum, reason) => sum + reason.weight, 0),
    ),
  ) / 100;
