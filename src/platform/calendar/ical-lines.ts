/** RFC 5545, 3.1: at most so many octets a line, its end not counted. */
const longestLine = 75;

/** A text as a value (RFC 5545, 3.3.11); controls have no place in it. */
export function icalText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n|\t)\p{Cc}/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');
}

/** A content line, folded by octets and never inside a character, with its CRLF. */
export function icalLine(text: string): string {
  if (Buffer.byteLength(text) <= longestLine) return `${text}\r\n`;
  let folded = '';
  let octets = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      folded += '\r\n ';
      // the space that begins the line counts
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}

/** 2027-01-12 -> 20270112 */
export const icalDate = (day: string): string => day.replaceAll('-', '');

/** An instant in UTC: 20261201T090000Z */
export const icalInstant = (at: Date): string => `${at.toISOString().replace(/[-:]|\.\d+/g, '')}`;
