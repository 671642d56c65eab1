import fs from 'node:fs'

/** The text of a file that is made once, readable by this system user only: of two starts at once, the first makes it. */
export function keptFile(file: string, make: () => string): string {
  if (!fs.existsSync(file)) {
    const draft = `${file}.${process.pid}`
    fs.writeFileSync(draft, make(), { mode: 0o600 })
    try {
      fs.linkSync(draft, file)
    } catch (error) {
      // Another start was faster: what it made is the one.
      if (!fs.existsSync(file)) throw error
    } finally {
      fs.rmSync(draft, { force: true })
    }
  }
  return fs.readFileSync(file, 'utf8')
}
