import type { Generated } from 'kysely';

export interface ProviderPersonTable {
  provider_id: string;
  person_id: string;
  address: string;
  since: Date;
  ended_at: Date | null;
}

export interface ProviderClaimTable {
  id: string;
  provider_id: string;
  person_id: string;
  note: string;
  state: Generated<'waiting' | 'granted' | 'refused'>;
  asked_at: Date;
  decided_at: Date | null;
  decided_by: string | null;
}

export interface ClaimTables {
  'catalog.provider_person': ProviderPersonTable;
  'catalog.provider_claim': ProviderClaimTable;
}
