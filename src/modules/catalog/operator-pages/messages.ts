import type { MessageSet } from '../../../platform/i18n/messages.ts';
import { duplicateMessages } from '../merge-duplicates/messages/index.ts';
import { linkMessages } from '../check-links/messages/index.ts';
import { claimMessages } from '../claim-provider/messages/index.ts';
import { correctionMessages } from '../correct-course/messages/index.ts';
import { proposalMessages } from '../propose-course/messages/index.ts';
import { sourceMessages } from '../manage-sources/messages/index.ts';

/** Texts of the pages on which people look after the catalogue, each kept beside its folder. */
export const operateMessages: readonly MessageSet[] = [
  sourceMessages,
  duplicateMessages,
  linkMessages,
  correctionMessages,
  proposalMessages,
  claimMessages,
];
