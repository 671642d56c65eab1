import { TextField } from '@/components/form/inputs'
import { mostDays } from '@/lib/domain/share/link'

/** For how many days a link stands open, 1 to 90. */
export const DaysField = ({ label, hint }: { label: string; hint: string }) => (
  <TextField
    name="days"
    type="number"
    min={1}
    max={mostDays}
    inputMode="numeric"
    label={label}
    hint={hint}
    className="field-short"
  />
)
