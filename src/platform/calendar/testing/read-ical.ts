/** One property of a calendar as it was written: name, parameters, value with its escapes undone. */
export interface IcalProperty {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

export interface IcalComponent {
  readonly name: string;
  readonly properties: readonly IcalProperty[];
  readonly components: readonly IcalComponent[];
}

/**
 * Reads iCalendar strictly, for tests: it knows nothing of how ours is written. Throws for lines that are too long, line
 * ends that are no CRLF, blocks that do not close, and escapes that the standard does not have.
 */
export function readIcal(bytes: Uint8Array): IcalComponent {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end with CRLF');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line end in: ${line}`);
    const octets = new TextEncoder().encode(line).length;
    if (octets > 75) throw new Error(`${octets} octets in one line: ${line}`);
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (/^[ \t]/.test(line)) lines.push((lines.pop() ?? '') + line.slice(1));
    else lines.push(line);
  }
  const reader = { at: 0, lines: lines.map(readLine) };
  const root = readComponent(reader);
  if (reader.at !== reader.lines.length) throw new Error('something follows the calendar');
  return root;
}

function readLine(line: string): IcalProperty {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line);
  if (!match) throw new Error(`no content line: ${line}`);
  const [, name = '', parameters = '', value = ''] = match;
  const pairs = [...parameters.matchAll(/;([A-Z0-9-]+)=(?:"([^"]*)"|([^";:,]*))/g)];
  return {
    name,
    parameters: Object.fromEntries(pairs.map(([, key = '', quoted, bare]) => [key, quoted ?? bare ?? ''])),
    value: textual.has(name) ? unescaped(value) : value,
  };
}

const textual = new Set(['SUMMARY', 'DESCRIPTION', 'NAME', 'X-WR-CALNAME']);

function unescaped(value: string): string {
  return value.replace(/\\(.?)/gs, (_, character: string) => {
    if (character === 'n' || character === 'N') return '\n';
    if (character === '\\' || character === ';' || character === ',') return character;
    throw new Error(`no escape: \\${character}`);
  });
}

function readComponent(reader: { at: number; lines: readonly IcalProperty[] }): IcalComponent {
  const begin = reader.lines[reader.at];
  if (begin?.name !== 'BEGIN') throw new Error('a block does not begin');
  reader.at += 1;
  const properties: IcalProperty[] = [];
  const components: IcalComponent[] = [];
  for (;;) {
    const line = reader.lines[reader.at];
    if (!line) throw new Error(`${begin.value} does not end`);
    if (line.name === 'BEGIN') {
      components.push(readComponent(reader));
      continue;
    }
    reader.at += 1;
    if (line.name !== 'END') properties.push(line);
    else if (line.value === begin.value) return { name: begin.value, properties, components };
    else throw new Error(`${begin.value} ends as ${line.value}`);
  }
}

/** The value of a property that stands there exactly once. */
export function valueOf({ name, properties }: IcalComponent, wanted: string): string {
  const found = properties.filter((property) => property.name === wanted);
  if (found.length !== 1) throw new Error(`${name} has ${found.length} times ${wanted}`);
  return found[0]?.value ?? '';
}
