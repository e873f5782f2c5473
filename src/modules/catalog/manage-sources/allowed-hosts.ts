import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { AllowedHost } from '../../../platform/http/fetch/address-rules.ts';
import type { Fetcher } from '../../../platform/http/fetch/guarded-fetch.ts';
import { demand } from '../../../platform/refusal.ts';
import { readSetting, writeSetting } from '../../../platform/settings/settings.queries.ts';
import { mayManageSources } from '../policy.ts';
import { hidden } from '../refusals.ts';

const hostsSetting = 'catalog.allowed-hosts';
const graceSetting = 'catalog.grace-days';
export const usualGraceDays = 30;

/** How the catalogue treats its sources, as operators chose. */
export interface SourceSettings {
  /** Hosts that feeds may be fetched from although they are not public, or have a port of their own. */
  readonly hosts: readonly AllowedHost[];
  /** Days between the moment that a course is gone from every source and its archiving. */
  readonly graceDays: number;
}

export async function sourceSettings(db: Db): Promise<SourceSettings> {
  const hosts = await readSetting(db, hostsSetting);
  const days = await readSetting(db, graceSetting);
  return {
    hosts: Array.isArray(hosts) ? (hosts as AllowedHost[]) : [],
    graceDays: typeof days === 'number' && days >= 0 ? days : usualGraceDays,
  };
}

/** Lets this process fetch from the hosts that operators allow now. Called before fetching. */
export async function allowChosenHosts(db: Db, fetcher: Fetcher): Promise<void> {
  fetcher.allowHosts((await sourceSettings(db)).hosts);
}

/** @throws Refusal 404 for everybody but operators */
export async function saveSourceSettings(db: Db, actor: Actor, settings: SourceSettings): Promise<void> {
  demand(mayManageSources(actor), hidden);
  await writeSetting(db, actor, hostsSetting, settings.hosts);
  await writeSetting(db, actor, graceSetting, settings.graceDays);
  await audit(db, actor, 'change-source-settings', undefined, { ...settings });
}

const hostForm = /^(\[[0-9a-f:]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?$/;

/** One host a line, with its port where it has one; a line may end in "robots=ignore". Undefined for what is no host. */
export function readHosts(text: string): AllowedHost[] | undefined {
  const lines = text.split('\n').map((line) => line.trim().toLowerCase());
  const hosts = lines.filter(Boolean).map((line): AllowedHost | undefined => {
    const [host = '', option, ...rest] = line.split(/\s+/);
    if (!hostForm.test(host) || rest.length > 0) return undefined;
    if (option === undefined) return { host };
    return option === 'robots=ignore' ? { host, robots: 'ignore' } : undefined;
  });
  return hosts.every((host) => host !== undefined) ? hosts : undefined;
}

export const writeHosts = (hosts: readonly AllowedHost[]): string =>
  hosts.map(({ host, robots }) => (robots === 'ignore' ? `${host} robots=ignore` : host)).join('\n');
