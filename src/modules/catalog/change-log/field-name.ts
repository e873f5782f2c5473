import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';

/** The name of a course's field in the reader's language: "prices". */
export const fieldName = (t: Translator, field: string): string => t(`catalog.field.${field}` as MessageKey);
