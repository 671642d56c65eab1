import { now } from '@/lib/clock'
import { closeDatabase } from '../db/client'
import { seedDemo } from '../db/seed/seed'

// Lives the demo practice in the database of a journey and prints who may sign in there. A process of its own: the
// verbs of a story are the app's, which a journey otherwise meets through the browser alone.

// What is lost when the power goes is made again.
process.env.DATABASE_URL += '?synchronous_commit=off'
const { practice, lived } = await seedDemo({ now: now(), adminUrl: process.env.MIGRATION_DATABASE_URL })
const owner = lived.flatMap(({ household }) => household.people).find(({ name }) => name.startsWith('Niamh'))
await closeDatabase()
console.log(JSON.stringify({ consultant: practice.staff.mairi.userId, owner: owner?.userId }))
