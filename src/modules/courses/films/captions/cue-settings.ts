const percent = String.raw`(?:100|\d{1,2})(?:\.\d{1,4})?%`;

/** What WebVTT lets a cue say about its place, and in which form. */
const known: Readonly<Record<string, RegExp>> = {
  vertical: /^(?:rl|lr)$/,
  line: new RegExp(`^(?:-?\\d{1,4}|${percent})(?:,(?:start|center|end))?$`),
  position: new RegExp(`^${percent}(?:,(?:line-left|center|line-right))?$`),
  size: new RegExp(`^${percent}$`),
  align: /^(?:start|center|end|left|right)$/,
  region: /^[\w-]{1,60}$/,
};

/** The settings that can be kept, each once, as WebVTT writes them; `lost` where others had to go. */
export function cleanSettings(text: string): { readonly settings: string; readonly lost: boolean } {
  const given = text.split(/\s+/).filter(Boolean);
  const kept = new Map<string, string>();
  for (const each of given) {
    const [, name = '', value = ''] = /^([a-z]+):(.+)$/i.exec(each) ?? [];
    const key = name.toLowerCase();
    // what older files call middle is center now
    const word = value === 'middle' ? 'center' : value;
    if (Object.hasOwn(known, key) && known[key]?.test(word) && !kept.has(key)) kept.set(key, word);
  }
  return {
    settings: [...kept].map(([name, value]) => `${name}:${value}`).join(' '),
    lost: kept.size < given.length,
  };
}
