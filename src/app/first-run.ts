import type { Config } from '../platform/config/config.ts';
import { systemActor } from '../platform/actor.ts';
import { openTools } from './open-tools.ts';
import { installSampleOnce, welcomeLines } from './wiring.ts';

/**
 * An empty platform gets its sample, so that every page has something to show; once, and never again. Returns what the
 * terminal says once the platform is ready.
 */
export async function firstRun(config: Config, url: string, say: (line: string) => void): Promise<string[]> {
  const opened = openTools(config, url, { name: 'passerelle first run', connections: 3 });
  try {
    const { tools } = opened;
    const actor = systemActor('first-run', tools.clock.now(), tools.ids);
    for (const line of await installSampleOnce(tools, actor)) say(`    ${line}`);
    return await welcomeLines(tools);
  } finally {
    await opened.close();
  }
}
