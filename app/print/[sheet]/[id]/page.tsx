import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { SummaryPhotos } from '@/components/photo/photo-strip'
import { ActionButton } from '@/components/form/action-button'
import { Desk } from '@/components/print/desk'
import { ButtonLink } from '@/components/ui/button'
import { sendVisitSummary } from '@/lib/actions/note'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requirePerson } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { shownPhotos } from '@/lib/data/visit-photos'
import { canTrain } from '@/lib/domain/access/can'
import { isSheetKind } from '@/lib/domain/paper/sheet'
import { text } from '@/lib/format/text'
import { sizesOf } from '@/lib/paper/pdf'
import { sheetFor } from '@/lib/paper/sheets'
import { behindSheet, paths } from '@/lib/paths'

type Props = { params: Promise<{ sheet: string; id: string }>; searchParams: Promise<{ who?: string }> }

const opened = cache(async (kind: string, id: string, who: string | undefined) => {
  const viewer = await requirePerson()
  if (!isSheetKind(kind)) notFound()
  return { kind, viewer, sheet: await orNotFound(sheetFor(kind, viewer, { id, who }, now())) }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { sheet: kind, id } = await params
  return { title: (await opened(kind, id, (await searchParams).who)).sheet.title }
}

export default async function SheetPage({ params, searchParams }: Props) {
  const { sheet: asked, id } = await params
  const { who } = await searchParams
  const { kind, viewer, sheet } = await opened(asked, id, who)
  const back = { href: behindSheet(kind, id, viewer.kind, who), label: text('paper')('back') }
  return (
    <>
      <Desk sheet={sheet} sizes={await sizesOf(sheet)} back={back} pdf={paths.sheetPdf(kind, id, who)}>
        {kind === 'visit' && viewer.kind === 'member' && (
          <>
            <ButtonLink href={paths.readNote(id)}>{text('note')('reading.link')}</ButtonLink>
            {canTrain(viewer) && (
              <ActionButton action={sendVisitSummary} fields={{ visitId: id }}>
                {text('summary')('send')}
              </ActionButton>
            )}
          </>
        )}
      </Desk>
      {kind === 'visit' && <SummaryPhotos photos={await shownPhotos(viewer, id)} />}
    </>
  )
}
