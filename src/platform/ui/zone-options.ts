const zones = Intl.supportedValuesOf('timeZone');

/** Every place that has a clock; UTC first, and whatever was chosen before. */
export const zoneOptions = (chosen: string) =>
  [...new Set(['UTC', chosen, ...zones])].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
