import { z } from 'zod';

export const attestationIssued = 'credentials.attestation-issued';

/** Data of the event; `listingId` is left out for courses that the catalogue does not list. */
export const attestationIssuedData = z.object({
  personId: z.uuid(),
  courseId: z.uuid(),
  listingId: z.uuid().optional(),
  number: z.string(),
});
export type AttestationIssued = z.infer<typeof attestationIssuedData>;
