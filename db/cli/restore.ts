import { Temporal } from 'temporal-polyfill'
import { restore } from '../backup/restore'

const [, , file] = process.argv
const at = Temporal.Now.instant().round('second').toString()

if (process.env.DATABASE_URL) {
  console.error('DATABASE_URL names your own PostgreSQL server: restore it with its own tools. This command')
  console.error('restores the server that Doorstep brings along.')
  process.exitCode = 1
} else if (!file) {
  console.error('Which backup? npm run restore -- <file>')
  process.exitCode = 1
} else {
  try {
    const { manifest, aside, photos } = await restore({ file, at, say: (line) => console.log(line) })
    const rows = Object.values(manifest.contents.rows).reduce((total, { count }) => total + count, 0)
    console.log(`Restored the backup of ${manifest.madeAt}: ${rows} rows, counted and compared.`)
    if (photos > 0) console.log(`${photos} photos are back; those of today stay as well.`)
    if (aside) console.log(`The data from before is kept in ${aside}; delete it when you no longer need it.`)
  } catch (error) {
    console.error(
      `Nothing was restored and nothing was changed: ${error instanceof Error ? error.message : ''}`,
    )
    process.exitCode = 1
  }
}
