let known: { value: string; label: string }[] | undefined

/** The time zones of the world as a form offers them, by continent and city. */
export function zoneChoices(): { value: string; label: string }[] {
  known ??= ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' ').replaceAll('/', ' / '),
  }))
  return known
}
