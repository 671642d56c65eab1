import { typedIn } from '@/lib/domain/form/form-data'
import type { Fields, Said } from '@/lib/domain/sync/said'

// Between the form of a note, where animals have a place in a list, and its fields, where they have their id.

/** The animals of the form, in its order. */
export function animalsIn(form: HTMLFormElement): string[] {
  const typed = typedIn(new FormData(form))
  return Object.entries(typed).flatMap(([name, value]) =>
    /^animals\.\d+\.animalId$/.test(name) && typeof value === 'string' ? [value] : [],
  )
}

function fieldOfName(name: string, animalIds: readonly string[]): string | null {
  const [, place, rest] = /^animals\.(\d+)\.block\.(.+)$/.exec(name) ?? []
  if (rest !== undefined) return `animals.${animalIds[Number(place)] ?? ''}.${rest}`
  return name === 'internal' || name.startsWith('body.') ? name : null
}

export function nameOfField(field: string, animalIds: readonly string[]): string {
  const [first, id = '', ...rest] = field.split('.')
  return first === 'animals' ? `animals.${animalIds.indexOf(id)}.block.${rest.join('.')}` : field
}

/** Everything the form asks, as it is answered now; a blank one says ''. */
export function fieldsIn(form: HTMLFormElement): Fields {
  const animalIds = animalsIn(form)
  const typed = typedIn(new FormData(form))
  const fields: Record<string, Said> = {}
  for (const { name } of controlsOf(form)) {
    const field = fieldOfName(name, animalIds)
    if (field !== null) fields[field] = typed[name] ?? ''
  }
  return fields
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const controlsOf = (form: HTMLFormElement, name?: string): Control[] =>
  ([...form.elements] as Control[]).filter((one) => one.name && (name === undefined || one.name === name))

const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')

/** Puts an answer into the form, as if it had been typed there. */
export function fillIn(form: HTMLFormElement, field: string, said: Said): void {
  for (const control of controlsOf(form, nameOfField(field, animalsIn(form)))) {
    if (isTick(control)) control.checked = [said].flat().includes(control.value)
    else if (control.type !== 'hidden') control.value = [said].flat().join(', ')
  }
}

/** A field by its label; the person knows it by no other name. */
export function labelOf(form: HTMLFormElement, field: string): string {
  const [control] = controlsOf(form, nameOfField(field, animalsIn(form)))
  if (!control) return field
  const legend = isTick(control) ? control.closest('fieldset')?.querySelector('legend') : null
  return (legend ?? control.labels?.[0])?.textContent?.trim() ?? field
}

/** What was said, in the words of the form: the label of a choice, else the text. */
export function wordsOf(form: HTMLFormElement, field: string, said: Said): string {
  const controls = controlsOf(form, nameOfField(field, animalsIn(form)))
  const word = (value: string) =>
    controls
      .find((control) => isTick(control) && control.value === value)
      ?.labels?.[0]?.textContent?.trim() ?? value
  return [said].flat().map(word).join(', ')
}

export const isText = (form: HTMLFormElement, field: string): boolean =>
  controlsOf(form, nameOfField(field, animalsIn(form))).some(
    (control) => control instanceof HTMLTextAreaElement,
  )
