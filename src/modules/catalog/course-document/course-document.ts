/**
 * The normalised course: what every importer makes of one record of a feed, whatever the format.
 * A document is immutable; it is stored as a claim (source, external key, version) with its hash, and the
 * course row that people see is resolved from the claims of all sources.
 *
 * Conventions: absent means "the source does not say" (never null, never an empty string or list).
 * Texts are plain text: paragraphs parted by a blank line, list items start with "- ". No HTML ever.
 * Languages are BCP 47 tags in lower-case language part ("fr", "en", "zh-Hans", "pt-BR").
 * Money is an integer in minor units of its currency (EUR 49.00 -> 4900; JPY 500 -> 500).
 */
export const levels = ['beginner', 'intermediate', 'advanced'] as const;
export type Level = (typeof levels)[number];

/** MOOC open to all, COOC of a company, SPOC private and invited, SOOC small and specialised. */
export const courseKinds = ['mooc', 'cooc', 'spoc', 'sooc'] as const;
export type CourseKind = (typeof courseKinds)[number];

export const courseFormats = ['online', 'blended', 'on-site'] as const;
export type CourseFormat = (typeof courseFormats)[number];

/** The best proof one can get: none, a free or paid certificate, academic credit, a diploma. */
export const certificateKinds = ['none', 'free', 'paid', 'credit', 'diploma'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

export const costKinds = ['access', 'certificate', 'exam', 'subscription'] as const;
export type CostKind = (typeof costKinds)[number];

export interface CostLine {
  readonly kind: CostKind;
  /** Integer minor units; 0 means free. */
  readonly amount: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
  /** What the amount buys, for a subscription. */
  readonly per?: 'month' | 'year';
  /** Day on which the source stated the price (ISO date); the import's day when the feed does not say. */
  readonly checkedOn?: string;
}

export interface Effort {
  readonly minHoursPerWeek?: number;
  readonly maxHoursPerWeek?: number;
  readonly weeks?: number;
  /** Whole course, in hours, when the source states it rather than a weekly figure. */
  readonly totalHours?: number;
}

export interface ProviderClaim {
  readonly name: string;
  /** The source's own key for it (organisation code, partner id), when there is one. */
  readonly key?: string;
  readonly url?: string;
  readonly logoUrl?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string;
}

export interface InstructorClaim {
  readonly name: string;
  readonly role?: string;
  readonly url?: string;
}

export interface SubjectClaim {
  /** 'label' is the source's free word; the others are code lists. */
  readonly scheme: 'label' | 'formacode' | 'isced-f' | 'rome' | 'nsf';
  readonly code?: string;
  readonly label?: string;
}

export interface SkillClaim {
  readonly label: string;
  readonly scheme?: 'esco' | 'rome';
  /** Concept URI (ESCO) or code (ROME). */
  readonly code?: string;
}

export interface PrerequisiteClaim {
  /** The source says in so many words that nothing is needed before. */
  readonly nothing?: true;
  readonly text?: string;
  /** Courses to take before, by key in the same source, by address or by title. */
  readonly courses?: readonly { readonly key?: string; readonly url?: string; readonly title?: string }[];
}

/** A calendar day known to the day, or only its month (then `on` is the first of it). */
export interface RunDay {
  /** ISO date, YYYY-MM-DD, always a real calendar day. */
  readonly on: string;
  readonly precision: 'day' | 'month';
  /** The exact instant, ISO 8601 in UTC, when the source gives one. */
  readonly at?: string;
}

export interface RunClaim {
  /** Stable within its course and source. */
  readonly key: string;
  readonly pacing: 'self' | 'scheduled';
  readonly title?: string;
  readonly url?: string;
  readonly language?: string;
  readonly start?: RunDay;
  readonly end?: RunDay;
  readonly enrolmentStart?: RunDay;
  readonly enrolmentEnd?: RunDay;
  /** IANA name, when the source says in which zone its days are meant. */
  readonly zone?: string;
  /** What the source itself says of the run, where dates do not tell. */
  readonly declared?: 'open' | 'closed' | 'archived' | 'cancelled' | 'to-be-announced';
}

/** The platform's own mark, shown as such and never mixed with our reviews. */
export interface PlatformRating {
  /** 1 to 5. */
  readonly mean: number;
  readonly count: number;
}

export interface Translation {
  readonly title: string;
  readonly summary?: string;
  readonly description?: string;
}

export interface CourseDocument {
  /** Stable key of the course within its source; the same course has the same key in the next feed. */
  readonly key: string;
  readonly title: string;
  /** One or two sentences. */
  readonly summary?: string;
  readonly description?: string;
  /** One entry a week or chapter. */
  readonly syllabus?: readonly string[];
  /** What one can do afterwards, one entry a line. */
  readonly outcomes?: readonly string[];
  /** Title, summary and description in further languages, by tag; the main ones are in `languages[0]`. */
  readonly translations?: Readonly<Record<string, Translation>>;
  /** Languages the course is taught in, the main one first. */
  readonly languages?: readonly string[];
  readonly subtitles?: readonly string[];
  readonly level?: Level;
  readonly kind?: CourseKind;
  readonly format?: CourseFormat;
  readonly certificate?: CertificateKind;
  readonly costs?: readonly CostLine[];
  readonly effort?: Effort;
  readonly providers?: readonly ProviderClaim[];
  readonly instructors?: readonly InstructorClaim[];
  readonly subjects?: readonly SubjectClaim[];
  readonly skills?: readonly SkillClaim[];
  readonly prerequisites?: PrerequisiteClaim;
  readonly runs?: readonly RunClaim[];
  /** The organiser's page of the course: http or https, absolute. */
  readonly url?: string;
  readonly imageUrl?: string;
  readonly videoUrl?: string;
  /** SPDX id or address of the content's licence. */
  readonly licence?: string;
  readonly rating?: PlatformRating;
  readonly enrolledCount?: number;
}
