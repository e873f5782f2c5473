import type { Module } from '../../platform/module.ts';
import { correctNameRoutes } from './correct-name/correct-name.route.tsx';
import { credentialsData } from './forget-person/credentials-data.ts';
import { removeDocumentJob } from './make-document/remove-document.job.ts';
import { credentialsMessages } from './messages/index.ts';
import { myAttestationsRoutes } from './my-attestations/my-attestations.route.tsx';
import { revokeAttestationRoutes } from './revoke-attestation/revoke-attestation.route.tsx';
import { showAttestationRoutes } from './show-attestation/show-attestation.route.tsx';
import { type OwnedCourses, tendAttestationsRoutes } from './tend-attestations/tend-attestations.route.tsx';

export type { AttestationFacts, IdentityLevel, WhatWasDone } from './attestation.ts';
export { attestationIssued, attestationIssuedData } from './events.ts';
export { issueAttestation } from './issue-attestation/issue-attestation.ts';
export { removeSampleAttestations } from './forget-person/remove-sample-attestations.ts';
export type { CredentialsViews } from './tables.ts';

/** What credentials ask of modules above them. */
export interface FromAbove {
  /** Courses that a person owns: they decide on corrections of their attestations. */
  readonly ownedCourses?: OwnedCourses;
}

const none: OwnedCourses = () => Promise.resolve([]);

/** The module of attestations. */
export const credentialsModule = ({ ownedCourses = none }: FromAbove = {}): Module => ({
  name: 'credentials',
  messages: credentialsMessages,
  routes: (app) => {
    showAttestationRoutes(app);
    myAttestationsRoutes(app);
    correctNameRoutes(app);
    tendAttestationsRoutes(app, ownedCourses);
    revokeAttestationRoutes(app);
  },
  jobs: [removeDocumentJob],
  personalData: credentialsData,
  accountEntries: [
    { path: '/account/attestations', label: 'credentials.mine.title', text: 'credentials.mine.entry' },
  ],
  operatorEntries: [
    {
      path: '/operator/attestations',
      label: 'credentials.tend.title',
      text: 'credentials.tend.entry',
      roles: ['operator'],
    },
  ],
});
