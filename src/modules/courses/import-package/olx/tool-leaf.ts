import { z } from 'zod';
import { jsonIn } from './json-attribute.ts';
import { keptAsSource, type LeafReader, outcomeOf } from './leaf.ts';

/**
 * A tool of another site. Its key and secret stand in the course's `lti_passports`, which are never read; whoever owns
 * the course asks the tool's maker for new ones.
 */
export const readTool: LeafReader = (node) => {
  const { attributes } = node;
  const url = attributes['launch_url'] || attributes['lti_1p3_launch_url'] || '';
  if (url === '') return keptAsSource(node, { code: 'tool-without-address' });
  const label = attributes['display_name'] || attributes['button_text'] || url;
  const notes = [{ code: 'tool-needs-key' }];
  return {
    blocks: [
      {
        content: {
          type: 'tool',
          url: url.slice(0, 2000),
          label: label.slice(0, 500),
          settings: settingsOf(attributes),
        },
      },
    ],
    outcome: outcomeOf(notes),
    notes,
  };
};

const told = [
  'has_score',
  'open_in_a_new_page',
  'launch_target',
  'weight',
  'lti_version',
  'inline_height',
] as const;

function settingsOf(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const custom = jsonIn(attributes['custom_parameters'], z.array(z.string())) ?? [];
  const own = custom.flatMap((line): [string, string][] => {
    const at = line.indexOf('=');
    const name = line.slice(0, at).trim();
    return at < 1 || secret.test(name) ? [] : [[`custom_${name}`, line.slice(at + 1).trim()]];
  });
  const shared = told.flatMap((name): [string, string][] =>
    attributes[name] ? [[name, attributes[name]]] : [],
  );
  return Object.fromEntries([...shared, ...own]);
}
const secret = /secret|password|passwd|token|api_?key/i;
