'use client'
import { FieldGroup } from '@/components/form/field'
import { useForm } from '@/components/form/form-context'

export type SignGroup = {
  name: 'signs' | 'goodSigns'
  /** What the group is called, and whether a tap in it means tense or worse. */
  label: string
  level: number
  signs: { value: string; label: string }[]
}

type Props = { label: string; hint: string; groups: SignGroup[] }

/** One question in several rows: the good signs first, then what the body said, by how much it said it. */
export function SignChips({ label, hint, groups }: Props) {
  const form = useForm()
  const starts = (name: string) => [form.startsWith(name) ?? []].flat()
  return (
    <FieldGroup name="signs" label={label} hint={hint}>
      {(wired) =>
        groups.map((group) => (
          <div key={group.label} className="sign-group" data-level={group.level}>
            <p className="field-hint" id={`${wired.id}-${group.level}`}>
              {group.label}
            </p>
            <div className="chips" role="group" aria-labelledby={`${wired.id}-${group.level}`}>
              {group.signs.map((sign, index) => (
                <label
                  key={sign.value}
                  className={`chip ${group.name === 'goodSigns' ? 'chip-good' : 'chip-care'}`}
                >
                  <input
                    {...form.registerBox(
                      group.name,
                      index === 0 && groups.find(({ name }) => name === group.name) === group,
                    )}
                    type="checkbox"
                    value={sign.value}
                    defaultChecked={starts(group.name).includes(sign.value)}
                  />
                  <span>{sign.label}</span>
                </label>
              ))}
            </div>
          </div>
        ))
      }
    </FieldGroup>
  )
}
