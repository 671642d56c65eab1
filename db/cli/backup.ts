import path from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { backUp } from '../backup/back-up'
import { photosInside } from '../backup/photos'
import { objectStore, photoFolder } from '@/lib/env'
import { usualHome } from '../embedded'

const madeAt = Temporal.Now.instant().round('second').toString()
const stamp = madeAt.replaceAll(/[-:]/g, '')
const file = process.argv[2] ?? path.join(usualHome, 'backups', `doorstep-${stamp}.tar.gz`)

if (process.env.DATABASE_URL) {
  console.error(
    'DATABASE_URL names your own PostgreSQL server: back it up with pg_dump as app_backup, or with',
  )
  console.error('the backups of whoever runs it. This command copies the server that Doorstep brings along.')
  console.error(`The photos are files, not rows: copy this folder as well: ${photoFolder()}`)
  process.exitCode = 1
} else {
  try {
    const { contents, entries } = await backUp({ file, madeAt })
    const rows = Object.values(contents.rows).reduce((total, { count }) => total + count, 0)
    console.log(
      `Backed up ${rows} rows in ${Object.keys(contents.rows).length} tables (${entries.length} files).`,
    )
    const photos = entries.filter(({ path: name }) => name.startsWith(`${photosInside}/`)).length
    if (photos > 0) console.log(`${photos} of them are photos.`)
    if (objectStore())
      console.log('What is in the bucket of S3_URL is not among them: back it up where it is.')
    console.log(`The copy was started and read, and is complete: ${file}`)
    console.log('It holds everything about your clients. Keep it somewhere safe, on another machine.')
  } catch (error) {
    console.error(`No backup was made: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
