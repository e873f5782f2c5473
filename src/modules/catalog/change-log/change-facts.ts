import type { CertificateKind, CostKind, CostLine, RunDay } from '../course-document/course-document.ts';
import type { FieldChange } from '../resolve-course/changed-fields.ts';
import { type RunBrief, runOfField } from '../resolve-course/changed-runs.ts';
import { priceFacts } from './price-facts.ts';
import { runFacts } from './run-facts.ts';

export type RunDayName = 'start' | 'end' | 'enrolmentStart' | 'enrolmentEnd';

/** Something that happened to a run as a whole. */
export interface RunFact {
  readonly kind: 'new-run' | 'run-cancelled' | 'run-withdrawn' | 'enrolment-open' | 'enrolment-closed';
  readonly run: string;
  readonly start?: RunDay | undefined;
}

/** Something that happened to a course, as one would tell it; what changes show and what followers hear. */
export type ChangeFact =
  | {
      readonly kind:
        'created' | 'archived' | 'returned' | 'merged' | 'split' | 'link-dead' | 'link-alive' | 'own-pace';
    }
  | {
      /** A day of a run became another one, became known, or is not given any more. */
      readonly kind: 'day';
      readonly what: RunDayName;
      readonly run: string;
      readonly before?: RunDay | undefined;
      readonly after?: RunDay | undefined;
    }
  | RunFact
  | {
      readonly kind: 'price';
      readonly cost: CostKind;
      readonly before?: CostLine | undefined;
      readonly after?: CostLine | undefined;
    }
  | {
      readonly kind: 'certificate';
      readonly before?: CertificateKind | undefined;
      readonly after?: CertificateKind | undefined;
    }
  | { readonly kind: 'fields'; readonly fields: readonly FieldChange[] };

export interface Change {
  readonly kind: 'created' | 'updated' | 'archived' | 'returned' | 'merged' | 'split';
  readonly at: string;
  readonly fields: readonly FieldChange[];
}

/** What changes by itself from day to day, and what nobody chooses a course by. */
const untold = new Set(['rating', 'enrolledCount', 'imageUrl', 'videoUrl']);
const toldApart = new Set(['costs', 'certificate', 'linkState']);

/** What one change of a course says, the weightiest first; nothing where only figures moved. */
export function factsOf({ kind, at, fields }: Change): ChangeFact[] {
  const told: ChangeFact[] = kind === 'updated' ? [] : [{ kind }];
  const find = (name: string) => fields.find(({ field }) => field === name);
  const others = fields.filter(
    ({ field }) => !untold.has(field) && !toldApart.has(field) && runOfField(field) === undefined,
  );
  return [
    ...told,
    ...runFacts(runsIn(fields), new Date(at)),
    ...priceFacts(find('costs')),
    ...certificateFacts(find('certificate')),
    ...linkFacts(find('linkState')),
    ...(others.length > 0 ? [{ kind: 'fields' as const, fields: others }] : []),
  ];
}

const runsIn = (fields: readonly FieldChange[]) =>
  fields.flatMap(({ field, before, after }) => {
    const id = runOfField(field);
    return id === undefined ? [] : [{ id, before: before as RunBrief | undefined, after: after as RunBrief }];
  });

function certificateFacts(change: FieldChange | undefined): ChangeFact[] {
  if (!change) return [];
  const before = change.before as CertificateKind | undefined;
  const after = change.after as CertificateKind | undefined;
  return before === after ? [] : [{ kind: 'certificate', before, after }];
}

const linkFacts = (change: FieldChange | undefined): ChangeFact[] =>
  !change || (change.before === 'dead') === (change.after === 'dead')
    ? []
    : [{ kind: change.after === 'dead' ? 'link-dead' : 'link-alive' }];
