import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { Desk } from '@/components/print/desk'
import { PinForm } from '@/components/share/pin-form'
import { SharedLog } from '@/components/share/shared-log'
import { SharedView } from '@/components/share/shared-view'
import { PublicShell } from '@/components/shell/public-shell'
import { logThroughLink, unlockShared } from '@/lib/actions/shared'
import { orNotFound } from '@/lib/auth/or-not-found'
import { countView, openLink, sharedViewer } from '@/lib/auth/shared'
import { speakAsAsked } from '@/lib/auth/spoken'
import { now } from '@/lib/clock'
import { sharedOf } from '@/lib/data/shared'
import { inReadersWords } from '@/lib/format/programme-words'
import { text } from '@/lib/format/text'
import { sizesOf } from '@/lib/paper/pdf'
import { sheetOfLink } from '@/lib/paper/sheets'
import { paths } from '@/lib/paths'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ logged?: string | string[] }> }

export async function generateMetadata({ params }: Props) {
  await speakAsAsked()
  const viewer = await sharedViewer((await params).token)
  return { title: text('share')(viewer ? `pageTitle.${viewer.scope}` : 'title') }
}

/** Nobody is signed in here: the token is the viewer, of one animal as its audience sees it or of one letter. */
export default async function SharedPage({ params, searchParams }: Props) {
  await speakAsAsked()
  const { token } = await params
  const t = text('share')
  const opened = (await openLink(token)) ?? notFound()
  if (opened.locked)
    return (
      <PublicShell name={opened.practiceName}>
        <PinForm token={token} action={unlockShared} />
      </PublicShell>
    )
  const { viewer } = opened
  await countView(token)
  if (viewer.scope === 'vet' || viewer.scope === 'letter') {
    const sheet = await orNotFound(sheetOfLink(viewer, now()))
    return <Desk sheet={sheet} sizes={await sizesOf(sheet)} pdf={paths.sharePdf(token)} />
  }
  const shared = await orNotFound(sharedOf(viewer, now()))
  const logged = [(await searchParams).logged].flat()[0]
  const log = shared.log !== undefined && (
    <SharedLog
      {...{ shared, token, logged, zone: viewer.zone, sessionId: randomUUID(), action: logThroughLink }}
    />
  )
  return (
    <PublicShell
      name={viewer.practiceName}
      form="open"
      footer={t('page.footer', { practice: viewer.practiceName })}
    >
      <SharedView
        shared={inReadersWords(shared)}
        zone={viewer.zone}
        photo={(id) => paths.sharePhoto(token, id, 'small')}
        log={log}
      />
    </PublicShell>
  )
}
