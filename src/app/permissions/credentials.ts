import type { AccessRows } from './access.ts';

/** Who may reach which route of the module credentials. */
export const credentialsAccess: AccessRows = {
  public: `
    GET /attestations
    GET /attestations/:number
    GET /attestations/:number/attestation.pdf`,
  people: `
    GET /account/attestations
    GET /account/attestations/:number/name
    POST /account/attestations/:number/name`,
  authors: `
    GET /teach/attestations
    POST /teach/attestations/corrections/:id`,
  operators: `
    GET /operator/attestations
    POST /operator/attestations/corrections/:id
    GET /operator/attestations/:number/revoke
    POST /operator/attestations/:number/revoke`,
};
