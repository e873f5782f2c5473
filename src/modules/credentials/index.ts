import type { Module } from '../../platform/module.ts';
import { credentialsMessages } from './messages/index.ts';

export type { AttestationFacts, AttestedFacts, IdentityLevel, WhatWasDone } from './attestation.ts';
export { type AttestationIssued, attestationIssued, attestationIssuedData } from './events.ts';
export { type IssuedAttestation, issueAttestation } from './issue-attestation/issue-attestation.ts';
export type { CredentialsViews } from './tables.ts';

export const credentials: Module = {
  name: 'credentials',
  messages: credentialsMessages,
};
