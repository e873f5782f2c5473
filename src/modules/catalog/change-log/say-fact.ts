import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { CertificateKind, RunDay } from '../course-document/course-document.ts';
import { certificateName } from '../course-words/names.ts';
import { sayAmount } from '../course-words/say-costs.ts';
import type { FieldChange } from '../resolve-course/changed-fields.ts';
import type { ChangeFact } from './change-facts.ts';
import { fieldName } from './field-name.ts';

const sayDay = (t: Translator, day: RunDay): string =>
  t.day(day.on, day.precision === 'month' ? 'month' : 'long');

/** One line in plain words: "Start moved: 12 January 2027 → 19 January 2027". */
export function sayFact(t: Translator, fact: ChangeFact): string {
  switch (fact.kind) {
    case 'day':
      return sayDayFact(t, fact);
    case 'new-run':
    case 'run-cancelled':
    case 'run-withdrawn':
    case 'enrolment-open':
    case 'enrolment-closed':
      return fact.start
        ? t(`catalog.change.${fact.kind}`, { start: sayDay(t, fact.start) })
        : t(`catalog.change.${fact.kind}.undated`);
    case 'price':
      return sayPrice(t, fact);
    case 'certificate':
      return sayCertificate(t, fact);
    case 'fields':
      return t('catalog.change.fields', { fields: t.list(fact.fields.map((change) => sayField(t, change))) });
    default:
      return t(`catalog.change.${fact.kind}`);
  }
}

type FactOf<K extends ChangeFact['kind']> = Extract<ChangeFact, { readonly kind: K }>;

function sayDayFact(t: Translator, { what, before, after }: FactOf<'day'>): string {
  if (before && after)
    return t(`catalog.change.moved.${what}`, { from: sayDay(t, before), to: sayDay(t, after) });
  if (after) return t(`catalog.change.named.${what}`, { to: sayDay(t, after) });
  return t(`catalog.change.unnamed.${what}`, { from: before ? sayDay(t, before) : '' });
}

function sayPrice(t: Translator, { cost, before, after }: FactOf<'price'>): string {
  const what = t(`catalog.course.cost.${cost}`);
  if (before && after)
    return t('catalog.change.price', { what, before: sayAmount(t, before), after: sayAmount(t, after) });
  if (after) return t('catalog.change.price.added', { what, after: sayAmount(t, after) });
  return t('catalog.change.price.removed', { what, before: before ? sayAmount(t, before) : '' });
}

export const isCertificate = (kind: CertificateKind | undefined): kind is Exclude<CertificateKind, 'none'> =>
  kind !== undefined && kind !== 'none';

function sayCertificate(t: Translator, { before, after }: FactOf<'certificate'>): string {
  const [was, is] = [before, after].map((kind) =>
    isCertificate(kind) ? certificateName(t, kind) : undefined,
  );
  if (was !== undefined && is !== undefined)
    return t('catalog.change.certificate', { before: was, after: is });
  if (is !== undefined) return t('catalog.change.certificate.added', { after: is });
  return was === undefined
    ? t('catalog.change.certificate.none')
    : t('catalog.change.certificate.removed', { before: was });
}

const coded = new Set(['level', 'format', 'kind']);
/** Both values together, in characters: more would not be read. */
const longestValues = 80;

/** "level (beginner → intermediate)"; longer values only by the field's name. */
function sayField(t: Translator, { field, before, after }: FieldChange): string {
  const name = fieldName(t, field);
  if (typeof before !== 'string' || typeof after !== 'string' || before.length + after.length > longestValues)
    return name;
  const say = (value: string) => (coded.has(field) ? t(`catalog.${field}.${value}` as MessageKey) : value);
  return t('catalog.change.field', { name, before: say(before), after: say(after) });
}
