import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { News, NewsValue } from '../../notify/index.ts';
import type { ChangeFact, RunFact } from '../change-log/change-facts.ts';
import type { CertificateKind, CostLine, RunDay } from '../course-document/course-document.ts';
import { courseTopic, courseTopicKind, type CourseWant } from '../follow-course/course-topic.ts';
import type { RunBrief } from '../resolve-course/changed-runs.ts';
import { isJoinable, stateOfRun } from '../run-states/run-state.ts';

export interface NewsCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

/** What a news says, before it is tied to its course. */
export interface Told {
  readonly want: CourseWant;
  /** What makes it this fact and no other, within the course. */
  readonly key: string;
  readonly sentence: MessageKey;
  readonly values?: Readonly<Record<string, NewsValue>>;
  readonly until?: Date;
}

export const newsOf = (course: NewsCourse, { key, values = {}, ...told }: Told): News => ({
  ...told,
  key: `${courseTopicKind}:${course.id}:${key}`,
  topic: courseTopic(course.id),
  values: { title: course.title, ...values },
  path: `/courses/${encodeURIComponent(course.slug)}`,
});

export interface Settled {
  /** When the first of the changes was seen, ISO instant. */
  readonly since: string;
  readonly now: Date;
  /** Runs by id, as they are today. */
  readonly present: ReadonlyMap<string, RunBrief>;
}

/**
 * What followers are told of a fact, each under the want that it answers. The same step between the same two values is
 * told once a month: two sources often say it on different days.
 */
export function newsOfFact(course: NewsCourse, fact: ChangeFact, settled: Settled): News[] {
  return toldOf(fact, settled).map((told) => newsOf(course, told));
}

const dayValue = (day: RunDay): NewsValue => ({ day: day.on, precision: day.precision });
const placeOf = (day: RunDay | undefined): string =>
  day ? day.on.slice(0, day.precision === 'month' ? 7 : 10) : 'none';

const wantOfDay = {
  start: 'starts',
  end: 'change',
  enrolmentStart: 'opens',
  enrolmentEnd: 'closes',
} as const;

function toldOf(fact: ChangeFact, { since, now, present }: Settled): Told[] {
  const month = since.slice(0, 7);
  switch (fact.kind) {
    case 'day':
      return [toldDay(fact, month)];
    case 'new-run':
      return [
        {
          want: 'new-run',
          key: `new-run:${placeOf(fact.start)}:${fact.start ? '' : fact.run}`,
          ...ofRun(fact),
        },
        ...openNow(fact, present.get(fact.run), now),
      ];
    case 'run-cancelled':
    case 'run-withdrawn':
      return [{ want: 'starts', key: `${fact.kind}:${placeOf(fact.start)}:${month}`, ...ofRun(fact) }];
    case 'enrolment-open':
      return [{ want: 'opens', key: opensKey(fact.run, fact.start), ...ofRun(fact) }];
    case 'enrolment-closed':
      return [{ want: 'closes', key: `closed:${placeOf(fact.start)}:${month}`, ...ofRun(fact) }];
    case 'own-pace':
      return [{ want: 'opens', key: `own-pace:${month}`, sentence: 'catalog.news.own-pace' }];
    case 'price':
      return [toldPrice(fact, month)];
    case 'certificate':
      return toldCertificate(fact, month);
    case 'archived':
    case 'returned':
    case 'link-dead':
    case 'link-alive':
      return [
        { want: 'change', key: `${fact.kind}:${since.slice(0, 10)}`, sentence: `catalog.news.${fact.kind}` },
      ];
    default:
      return [];
  }
}

type FactOf<K extends ChangeFact['kind']> = Extract<ChangeFact, { readonly kind: K }>;

/** One day opens once, whether a calendar day or the source's word opened it. */
export const opensKey = (run: string, start: RunDay | undefined): string =>
  `opens:${start ? placeOf(start) : run}`;

function ofRun({ kind, start }: RunFact) {
  return start
    ? { sentence: `catalog.news.${kind}` as const, values: { start: dayValue(start) } }
    : { sentence: `catalog.news.${kind}.undated` as const };
}

/** A run that is announced and can be joined at once is what those who wait for its opening wait for. */
function openNow({ run, start }: RunFact, brief: RunBrief | undefined, now: Date): Told[] {
  if (!brief || !isJoinable(stateOfRun(brief, now).state)) return [];
  const open = { kind: 'enrolment-open', run, start } as const;
  return [{ want: 'opens', key: opensKey(run, start), ...ofRun(open) }];
}

function toldDay({ what, before, after }: FactOf<'day'>, month: string): Told {
  const step = before && after ? 'moved' : after ? 'named' : 'unnamed';
  return {
    want: wantOfDay[what],
    key: `${what}:${placeOf(before)}-${placeOf(after)}:${month}`,
    sentence: `catalog.news.${step}.${what}`,
    values: {
      ...(before ? { from: dayValue(before) } : {}),
      ...(after ? { to: dayValue(after) } : {}),
    },
  };
}

const priceValue = (line: CostLine): NewsValue =>
  line.amount === 0 ? { message: 'catalog.cost.free' } : { amount: line.amount, currency: line.currency };
const priceKey = (line: CostLine | undefined): string => (line ? `${line.amount}${line.currency}` : 'none');

function toldPrice({ cost, before, after }: FactOf<'price'>, month: string): Told {
  const step = before && after ? 'price' : after ? 'price.added' : 'price.removed';
  const per = (after ?? before)?.per;
  return {
    want: 'price',
    key: `price:${cost}${per ? `-${per}` : ''}:${priceKey(before)}-${priceKey(after)}:${month}`,
    sentence: per && before && after ? `catalog.news.price.per-${per}` : `catalog.news.${step}`,
    values: {
      what: { message: `catalog.course.cost.${cost}` },
      ...(before ? { before: priceValue(before) } : {}),
      ...(after ? { after: priceValue(after) } : {}),
    },
  };
}

const proofOf = (kind: CertificateKind | undefined) => (kind === 'none' ? undefined : kind);

/** That a source says in so many words that there is none, where it said nothing before, is no news. */
function toldCertificate(fact: FactOf<'certificate'>, month: string): Told[] {
  const [before, after] = [proofOf(fact.before), proofOf(fact.after)];
  if (before === after) return [];
  return [
    {
      want: 'change',
      key: `certificate:${before ?? 'none'}-${after ?? 'none'}:${month}`,
      sentence: `catalog.news.certificate${before && after ? '' : after ? '.added' : '.removed'}`,
      values: {
        ...(before ? { before: { message: `catalog.certificate.${before}` } } : {}),
        ...(after ? { after: { message: `catalog.certificate.${after}` } } : {}),
      },
    },
  ];
}
