import type { NetworkName } from '../tables.ts';
import { bluesky } from './bluesky.ts';
import { mastodon } from './mastodon.ts';
import type { SocialNetwork } from './network.ts';

/** The networks that there are an adapter for; another one is another line. */
export const networks: Readonly<Record<NetworkName, SocialNetwork>> = { mastodon, bluesky };
