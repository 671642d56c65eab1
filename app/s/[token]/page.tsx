import { notFound } from 'next/navigation'
import { SharedProgressView } from '@/components/progress/shared-progress'
import { PublicShell } from '@/components/shell/public-shell'
import { orNotFound } from '@/lib/auth/or-not-found'
import { sharedViewer } from '@/lib/auth/shared'
import { now } from '@/lib/clock'
import { sharedProgressOf } from '@/lib/data/progress'
import { text } from '@/lib/format/text'

export const metadata = { title: text('share')('title') }

/** Nobody is signed in here: the token is the viewer, of one animal. */
export default async function SharedPage({ params }: { params: Promise<{ token: string }> }) {
  const { viewer } = (await sharedViewer((await params).token)) ?? notFound()
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
