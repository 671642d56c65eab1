import { Temporal } from 'temporal-polyfill'
import { vetLetterOf, vetLetterOfLink, vetLetterStart, writeVetLetter } from '../vet-letter'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const vetLetter: Record<string, StrangerCase> = {
  vetLetterStart: (stranger, { household }) => vetLetterStart(stranger as MemberViewer, household.animalId),
  writeVetLetter: (stranger, { household: { animalId } }) =>
    writeVetLetter(stranger as MemberViewer, { animalId, seen: 'Limps.', asked: '', days: 7 }, now),
  vetLetterOf: (stranger, { letterId }) => vetLetterOf(stranger, letterId),
  vetLetterOfLink: (stranger) => vetLetterOfLink(stranger),
}
