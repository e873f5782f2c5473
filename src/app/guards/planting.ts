import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from './source-file.ts';

/** What a tool said about a planted project. */
export interface ToolResult {
  code: number;
  output: string;
}

/**
 * Writes files into a temporary project that sees our packages, runs one of our tools in it as the gate does, and
 * removes it.
 *
 * @param files path -> text
 * @param tool the script of the tool inside node_modules
 */
export function runOnPlanted(files: Record<string, string>, tool: string, args: string[]): ToolResult {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-guard-'));
  try {
    symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const script = join(projectFolder, 'node_modules', tool);
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: status ?? 1, output: `${stdout}\n${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
