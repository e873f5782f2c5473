import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import type { App } from '../../platform/http/environment.ts';
import type { Entry, Module, PersonalData } from '../../platform/module.ts';
import { accountRoutes } from './account/account.route.tsx';
import { changePasswordRoutes } from './change-password/change-password.route.tsx';
import { confirmIdentityRoutes } from './confirm-identity/confirm-identity.route.tsx';
import { sessionsRoutes } from './end-sessions/sessions.route.tsx';
import { erasePerson } from './erase-account/erase-account.ts';
import { eraseAccountRoutes } from './erase-account/erase-account.route.tsx';
import { accountsData } from './export-data/accounts-data.ts';
import { exportDataRoutes } from './export-data/export-data.route.tsx';
import { forgetExpiredJob } from './forget-expired/forget-expired.job.ts';
import { managePeopleRoutes } from './manage-people/manage-people.route.tsx';
import { addressesRoutes } from './addresses/addresses.route.tsx';
import { accountsMessages } from './messages/index.ts';
import { passkeysRoutes } from './passkeys/passkeys.route.tsx';
import { operatorCommand } from './people/operator.command.ts';
import { readAuditRoutes } from './read-audit/read-audit.route.tsx';
import { readMailRoutes } from './read-mail/read-mail.route.tsx';
import { resetPasswordRoutes } from './reset-password/reset-password.route.tsx';
import { secondStepRoutes } from './second-step/second-step.route.tsx';
import { signInByLinkRoutes } from './sign-in-by-link/sign-in-by-link.route.tsx';
import { signInRoutes } from './sign-in/sign-in.route.tsx';
import { twoFactorRoutes } from './two-factor/two-factor.route.tsx';
import { signUpRoutes } from './sign-up/sign-up.route.tsx';

export { accountOfAddress } from './account/accounts.queries.ts';
export { setUnread } from './account/unread.queries.ts';
export { changeDetails } from './account/change-details.ts';
export { addressKey, isAddress } from './address-key.ts';
export { provedAddresses } from './addresses/proved-addresses.ts';
export { createPerson } from './people/create-person.ts';
export {
  installSamplePeople,
  installSamplePeopleOnce,
  removeSamplePeople,
  sampleSignIns,
} from './sample/sample-people.ts';
export { samplePeople } from './sample/sample-people.queries.ts';
export { findActor } from './session/find-actor.ts';
export { hashOf } from './secrets.ts';
export {
  authorsOnly,
  editorsOnly,
  keptNowhere,
  operatorsOnly,
  staffOnly,
  signedInOnly,
} from './session/only.ts';

/** What the modules above bring to accounts. */
export interface AccountsHouse {
  /** What holds personal data in the whole house, so that export and erasure reach everything. */
  readonly personalData: readonly PersonalData[];
  /** Pages that stand on the account page. */
  readonly entries: readonly Entry[];
}

/** The module of accounts. The house is asked at each request, since modules above are wired later. */
export function accountsModule(house: () => AccountsHouse): Module {
  return {
    name: 'accounts',
    messages: accountsMessages,
    routes: (app) => addAccountRoutes(app, house),
    jobs: [forgetExpiredJob],
    commands: [operatorCommand],
    personalData: accountsData,
  };
}

/** Erases what the house holds about a person; for the removal of the sample's people. */
export const eraseWith =
  (actor: Actor, sources: readonly PersonalData[]) =>
  (db: Db, personId: string): Promise<void> =>
    erasePerson(db, actor, personId, sources);

/** The order counts: what guards `/account/*` and `/operator/*` stands before the pages that it guards. */
function addAccountRoutes(app: App, house: () => AccountsHouse): void {
  const personalData = () => house().personalData;
  signUpRoutes(app);
  signInRoutes(app);
  signInByLinkRoutes(app);
  secondStepRoutes(app);
  resetPasswordRoutes(app);
  accountRoutes(app, () => house().entries);
  addressesRoutes(app);
  passkeysRoutes(app);
  twoFactorRoutes(app);
  confirmIdentityRoutes(app);
  changePasswordRoutes(app);
  sessionsRoutes(app);
  exportDataRoutes(app, personalData);
  eraseAccountRoutes(app, personalData);
  managePeopleRoutes(app);
  readAuditRoutes(app);
  readMailRoutes(app);
}
