export interface Station {
  readonly title: string;
  /** What can be had there, in figures where there are some. */
  readonly note?: string | undefined;
  readonly href?: string | undefined;
}

export interface WayProps {
  /** Names the list for those who do not see the arches. */
  readonly label: string;
  readonly stations: readonly Station[];
}

/** From one bank to the other: the stations of a way, an arch from each to the next; a plain list on a phone. */
export function Way({ label, stations }: WayProps) {
  return (
    <ol class="way" aria-label={label}>
      {stations.map((station, place) => (
        <li key={station.title}>
          {place < stations.length - 1 && (
            <svg class="way-arch" viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
              <path d="M0 39C18 -12 82 -12 100 39" />
            </svg>
          )}
          {station.href === undefined ? <b>{station.title}</b> : <a href={station.href}>{station.title}</a>}
          {station.note !== undefined && <span class="small soft">{station.note}</span>}
        </li>
      ))}
    </ol>
  );
}
