import { createTranslators } from '../../i18n/translator.ts';
import { uiMessages } from '../messages.ts';

/** The kit's words in every language, without those of the modules. */
export const kit = createTranslators([uiMessages]);
