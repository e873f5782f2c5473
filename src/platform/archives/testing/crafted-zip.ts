import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as a test wants it, lies included; what is left out is told truly. */
export interface CraftedEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** General purpose flags; 0x800 says that the name is UTF-8. */
  readonly flags?: number;
  /** Unix mode, such as 0o120777 for a link. */
  readonly mode?: number;
  /** Size that the table of contents promises. */
  readonly promised?: number;
  readonly sum?: number;
  readonly method?: number;
  /** Number of the entry whose bytes this one shares. */
  readonly sharesWith?: number;
}

const localHeader = 30;
const tableHeader = 46;

/** A zip byte by byte, for what no honest tool writes. */
export function craftedZip(entries: readonly CraftedEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const table: Buffer[] = [];
  const places: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '');
    const packed = entry.method === 0 ? content : deflateRawSync(content);
    const shared = entry.sharesWith === undefined ? undefined : places[entry.sharesWith];
    const name = Buffer.from(entry.name);
    places.push(shared ?? at);
    table.push(tableEntry(entry, name, content, packed.length, shared ?? at));
    if (shared !== undefined) continue;
    const head = Buffer.alloc(localHeader);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(name.length, 26);
    bodies.push(head, name, packed);
    at += localHeader + name.length + packed.length;
  }
  return Buffer.concat([...bodies, ...table, endOfTable(table, at)]);
}

function tableEntry(
  entry: CraftedEntry,
  name: Buffer,
  content: Buffer,
  packed: number,
  place: number,
): Buffer {
  const head = Buffer.alloc(tableHeader);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(0x0314, 4);
  head.writeUInt16LE(entry.flags ?? 0, 8);
  head.writeUInt16LE(entry.method ?? 8, 10);
  head.writeUInt32LE(entry.sum ?? crc32(content), 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(entry.promised ?? content.length, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  head.writeUInt32LE(place, 42);
  return Buffer.concat([head, name]);
}

function endOfTable(table: readonly Buffer[], at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(table.length, 8);
  end.writeUInt16LE(table.length, 10);
  end.writeUInt32LE(
    table.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return end;
}
