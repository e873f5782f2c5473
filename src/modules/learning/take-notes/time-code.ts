/** Seconds of a place in a film as people write it: "12:34", "1:02:03", "75". Undefined for what is no such place. */
export function readTimeCode(text: string): number | undefined {
  const parts = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})$/.exec(text.trim());
  if (!parts) return undefined;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
  ];
  const hasColon = text.includes(':');
  if (hasColon && (seconds > 59 || (parts[1] !== undefined && minutes > 59))) return undefined;
  return hours * 3600 + minutes * 60 + seconds;
}

/** 754 -> "12:34"; 3723 -> "1:02:03". */
export function timeCode(second: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(second / 3600);
  const minutes = Math.floor((second % 3600) / 60);
  const rest = Math.floor(second % 60);
  return hours === 0 ? `${minutes}:${two(rest)}` : `${hours}:${two(minutes)}:${two(rest)}`;
}
