/** "3.4 km", "2.1 mi", "under 1 km"; from kilometres, in the practice's units. */
export function distance(kilometres: number, units: 'metric' | 'imperial'): string {
  const amount = units === 'metric' ? kilometres : kilometres / 1.609344
  const unit = units === 'metric' ? 'km' : 'mi'
  if (amount < 1) return `under 1 ${unit}`
  return amount < 10 ? `${amount.toFixed(1)} ${unit}` : `${Math.round(amount)} ${unit}`
}
