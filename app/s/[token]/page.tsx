import { notFound } from 'next/navigation'
import { Desk } from '@/components/print/desk'
import { SharedProgressView } from '@/components/progress/shared-progress'
import { PublicShell } from '@/components/shell/public-shell'
import { orNotFound } from '@/lib/auth/or-not-found'
import { sharedViewer } from '@/lib/auth/shared'
import { now } from '@/lib/clock'
import { sharedProgressOf } from '@/lib/data/progress'
import { text } from '@/lib/format/text'
import { sizesOf } from '@/lib/paper/pdf'
import { sheetOfLink } from '@/lib/paper/sheets'
import { paths } from '@/lib/paths'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata({ params }: Props) {
  const opened = await sharedViewer((await params).token)
  return { title: text('share')(opened?.viewer.scope === 'vet' ? 'vet.title' : 'title') }
}

/** Nobody is signed in here: the token is the viewer, of one animal's way or of one letter. */
export default async function SharedPage({ params }: Props) {
  const { token } = await params
  const { viewer } = (await sharedViewer(token)) ?? notFound()
  if (viewer.scope === 'vet') {
    const sheet = await orNotFound(sheetOfLink(viewer))
    return <Desk sheet={sheet} sizes={await sizesOf(sheet)} pdf={paths.sharePdf(token)} />
  }
  const progress = await orNotFound(sharedProgressOf(viewer, now()))
  return (
    <PublicShell
      name={viewer.practiceName}
      form="open"
      footer={text('share')('page.footer', { practice: viewer.practiceName })}
    >
      <SharedProgressView progress={progress} zone={viewer.zone} />
    </PublicShell>
  )
}
