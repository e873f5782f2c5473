import type { Module } from '../../platform/module.ts';
import { accountRoutes } from './account/account.route.tsx';
import { changePasswordRoutes } from './change-password/change-password.route.tsx';
import { accountsMessages } from './messages/index.ts';
import { resetPasswordRoutes } from './reset-password/reset-password.route.tsx';
import { sessionsRoutes } from './sessions/sessions.route.tsx';
import { signInRoutes } from './sign-in/sign-in.route.tsx';
import { signUpRoutes } from './sign-up/sign-up.route.tsx';

export { changeDetails } from './account/change-details.ts';
export { createPerson } from './people/create-person.ts';
export { findActor } from './session/find-actor.ts';
export { onlyWith, operatorsOnly, signedInOnly } from './session/only.ts';

export const accounts: Module = {
  name: 'accounts',
  messages: accountsMessages,
  routes: (app) => {
    signUpRoutes(app);
    signInRoutes(app);
    resetPasswordRoutes(app);
    accountRoutes(app);
    changePasswordRoutes(app);
    sessionsRoutes(app);
  },
};
