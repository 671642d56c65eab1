import type { Metadata } from 'next'
import { PrintSheet } from '@/components/print/sheet'
import { SummarySheet } from '@/components/summary/summary-sheet'
import { ButtonLink } from '@/components/ui/button'
import { orNotFound } from '@/lib/auth/or-not-found'
import { origin } from '@/lib/auth/origin'
import { requirePerson } from '@/lib/auth/viewer'
import { summaryOf } from '@/lib/data/summary'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: text('summary')('title') }

export default async function SummaryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requirePerson()
  const summary = await orNotFound(summaryOf(viewer, id))
  const t = text('summary')
  const address = `${origin()}${paths.summary(id)}`
  const back = viewer.kind === 'member' ? paths.visit(id) : paths.homeVisits()
  return (
    <PrintSheet
      paper={summary.paper}
      back={{ href: back, label: t('back') }}
      hint={t(`paper.${summary.paper}`)}
    >
      {summary.animals.map((animal) => (
        <SummarySheet key={animal.animalId} summary={summary} animal={animal} address={address} />
      ))}
      {viewer.kind === 'member' && (
        <p className="no-print">
          <ButtonLink href={paths.amendNote(id)}>{t('amend')}</ButtonLink>
        </p>
      )}
    </PrintSheet>
  )
}
