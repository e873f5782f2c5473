import type { PageTemplate } from './page-template.ts';

export const credentialsPages: readonly PageTemplate[] = [
  { pattern: '/attestations', examples: ['/attestations'], as: 'visitor' },
  { pattern: '/attestations/:number', examples: ['/attestations/{attestation}'], as: 'visitor' },
  { pattern: '/account/attestations', examples: ['/account/attestations'], as: 'person' },
  {
    pattern: '/account/attestations/:number/name',
    examples: ['/account/attestations/{attestation}/name'],
    as: 'person',
  },
  {
    pattern: '/operator/attestations',
    examples: ['/operator/attestations', '/operator/attestations?number={attestation}'],
    as: 'operator',
  },
  { pattern: '/teach/attestations', examples: ['/teach/attestations'], as: 'operator' },
  {
    pattern: '/operator/attestations/:number/revoke',
    examples: ['/operator/attestations/{attestation}/revoke'],
    as: 'operator',
  },
];
