import { describe, expect, it } from 'vitest';
import { incompleteModules, unnamedFolders } from './module-rules.ts';

const inModule = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => ({ path: `src/modules/gossip/${path}`, text }));

const whole = {
  'README.md': '# Gossip\n`tell-story/` tells a story.\n',
  'index.ts': 'export const gossip = {};\n',
  'messages/en.json': '{}',
  'messages/index.ts': '',
  'tell-story/tell-story.ts': '',
};
const wiring = { path: 'src/app/wiring.ts', text: "import { gossip } from '../modules/gossip/index.ts';\n" };

describe('the guard of modules’ faces', () => {
  it('lets a whole module pass', () => {
    expect(incompleteModules([...inModule(whole), wiring])).toEqual([]);
  });

  it.each(['README.md', 'index.ts', 'messages/en.json', 'messages/index.ts'])('misses %s', (path) => {
    const files = inModule(whole).filter((file) => file.path !== `src/modules/gossip/${path}`);
    expect(incompleteModules([...files, wiring])).toEqual([`src/modules/gossip: has no ${path}`]);
  });

  it('refuses a module that nobody wires', () => {
    expect(incompleteModules([...inModule(whole), { ...wiring, text: '' }])).toEqual([
      expect.stringContaining('does not know it'),
    ]);
  });
});

describe('the guard of the modules’ map', () => {
  it('lets a folder pass that the README names', () => {
    expect(unnamedFolders(inModule(whole))).toEqual([]);
  });

  it('refuses a use case that it does not name', () => {
    const files = inModule({ ...whole, 'deny-story/deny-story.ts': '' });
    expect(unnamedFolders(files)).toEqual(['src/modules/gossip/README.md: does not name `deny-story/`']);
  });

  it('is not content with the word alone', () => {
    const files = inModule({ ...whole, 'story/story.ts': '' });
    expect(unnamedFolders(files)).toHaveLength(1);
  });
});
