/**
 * The form with the text of a chosen file in a field of words, where nothing was typed there: a browser with
 * scripts does so itself, before anything is sent.
 */
export async function withTextOfFile(form: FormData, file: string, field: string): Promise<FormData> {
  const chosen = form.get(file)
  const typed = form.get(field)
  if (!(chosen instanceof File) || chosen.size === 0 || (typeof typed === 'string' && typed.trim()))
    return form
  const filled = new FormData()
  for (const [name, value] of form) if (name !== field && name !== file) filled.append(name, value)
  filled.set(field, await chosen.text())
  return filled
}
