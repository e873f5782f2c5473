import { addDays, dayOf } from '../../../platform/time/clock.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type {
  CertificateKind,
  CostLine,
  CourseKind,
  Effort,
  Level,
} from '../course-document/course-document.ts';
import { type Availability, availabilityOf } from '../run-states/availability.ts';
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
  /** Reviews of this site. */
  readonly rating?: { readonly mean: number; readonly count: number } | undefined;
  /** The platform's own mark, always shown as such. */
  readonly platformRating?: { readonly mean: number; readonly count: number } | undefined;
  readonly isSample?: true | undefined;
}

/** A card as it is stored: with what could be done with the course on the day it was made. */
interface StoredCard extends CourseCard {
  readonly availability: Availability;
  /** JSON of its runs, read only when dates have passed since. */
  readonly runs: string;
}

/** Text to store beside the index entry. */
export function writeCard(card: CourseCard, runs: readonly RunFacts[], availability: Availability): string {
  return JSON.stringify({ ...card, availability, runs: JSON.stringify(runs) } satisfies StoredCard);
}

/** A card as an older version of this program may have left it, until its course is indexed again. */
type OlderCard = CourseCard & { readonly availability?: Availability; readonly runs?: string | RunFacts[] };

/** A stored card, and what can be done with its course now. */
export function readCard(text: string, now: Date): { card: CourseCard; availability: Availability } {
  const { card, availability, runs } = opened(text);
  if (availability && isFresh(availability, now)) return { card, availability };
  const facts = typeof runs === 'string' ? (JSON.parse(runs) as RunFacts[]) : runs;
  return { card, availability: availabilityOf(facts, now) };
}

interface OpenedCard {
  readonly card: CourseCard;
  readonly availability?: Availability | undefined;
  readonly runs: string | RunFacts[];
}

const mostOpened = 1000;
const openedCards = new Map<string, OpenedCard>();

/** First pages show the same cards again and again: each text is opened once, while it is the one that is stored. */
function opened(text: string): OpenedCard {
  const known = openedCards.get(text);
  if (known) return known;
  const { availability, runs = [], ...card } = JSON.parse(text) as StoredCard | OlderCard;
  const made = { card, availability, runs };
  if (openedCards.size >= mostOpened) openedCards.clear();
  openedCards.set(text, made);
  return made;
}

/** Until a day before it changes: somewhere on earth it is tomorrow already. */
const isFresh = ({ changesOn }: Availability, now: Date): boolean =>
  changesOn === undefined || addDays(dayOf(now), 1) < changesOn;

const tongues: readonly Lang[] = ['en', 'fr', 'es', 'pt', 'ru', 'zh', 'ar'];

/** The number under which an entry keeps a language of the interface; 0 for any other. Stored: never reorder. */
export function tongueOf(tag: string | undefined): number {
  return tongues.indexOf((tag?.split('-')[0] ?? '') as Lang) + 1;
}
