import type { Actor } from '../../../platform/actor.ts';
import { anonymiseAudit, auditAbout } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { anonymiseEvents } from '../../../platform/events/events.queries.ts';
import { deleteMailTo, mailTo } from '../../../platform/mail/mail.queries.ts';
import type { PersonalData } from '../../../platform/module.ts';
import { addressesOf, deleteCodesSentTo, deleteAccount, ownRows } from './accounts-data.queries.ts';

/** What accounts, mail and the log hold about a person. */
export const accountsData: PersonalData = {
  name: 'accounts',
  async export(db: Db, personId: string): Promise<unknown> {
    const rows = await ownRows(db, personId);
    const letters = await mailTo(db, await addressesOf(db, personId), personId);
    return {
      ...rows,
      letters: letters.map(({ to, subject, text, createdAt, sentAt }) => ({
        to,
        subject,
        text,
        createdAt,
        sentAt,
      })),
      log: await auditAbout(db, personId),
    };
  },
  async erase(db: Db, _actor: Actor, personId: string): Promise<void> {
    const addresses = await addressesOf(db, personId);
    await deleteMailTo(db, addresses, personId);
    await deleteCodesSentTo(db, addresses);
    await anonymiseAudit(db, personId);
    await anonymiseEvents(db, personId);
    await deleteAccount(db, personId);
  },
};
