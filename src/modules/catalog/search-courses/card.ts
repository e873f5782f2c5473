import type { Lang } from '../../../platform/i18n/languages.ts';
import type {
  CertificateKind,
  CostLine,
  CourseKind,
  Effort,
  Level,
} from '../course-document/course-document.ts';
import type { RunFacts } from '../run-states/run-state.ts';

/** What a list shows of a course, kept ready beside the index so that a page of results asks one question. */
export interface CourseCard {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** BCP 47 tag of the title and of the course. */
  readonly language?: string | undefined;
  readonly summary?: string | undefined;
  readonly providers: readonly { readonly slug: string; readonly name: string }[];
  readonly platform: { readonly slug: string; readonly name: string };
  readonly level?: Level | undefined;
  readonly kind?: CourseKind | undefined;
  readonly certificate?: CertificateKind | undefined;
  readonly costs?: readonly CostLine[] | undefined;
  readonly effort?: Effort | undefined;
  readonly runs: readonly RunFacts[];
  /** Reviews of this site. */
  readonly rating?: { readonly mean: number; readonly count: number } | undefined;
  /** The platform's own mark, always shown as such. */
  readonly platformRating?: { readonly mean: number; readonly count: number } | undefined;
  readonly isSample?: true | undefined;
}

const tongues: readonly Lang[] = ['en', 'fr', 'es', 'pt', 'ru', 'zh', 'ar'];

/** The number under which an entry keeps a language of the interface; 0 for any other. Stored: never reorder. */
export function tongueOf(tag: string | undefined): number {
  return tongues.indexOf((tag?.split('-')[0] ?? '') as Lang) + 1;
}
