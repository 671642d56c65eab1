'use client'
import { useCallback, useEffect, useState } from 'react'
import { PublicShell } from '@/components/shell/public-shell'
import type { HomeKit } from '@/lib/domain/kit/home-kit'
import type { Kit } from '@/lib/domain/kit/kit'
import { isOfHousehold } from '@/lib/domain/sync/operation'
import type { Owner, Queue } from '@/lib/domain/sync/queue'
import { text } from '@/lib/format/text'
import { canKeep } from './can-keep'
import { keptDay, keptHome, takeAlong } from './day-kit'
import { onNews, readQueue } from './device-queue'
import { OfflineDay, type Taking } from './offline-day'
import { OfflineDoor } from './offline-door'
import { OfflineHome } from './offline-home'
import { OfflineLive } from './offline-live'
import { OfflineLog } from './offline-log'
import { OfflineNote } from './offline-note'
import { OfflinePhotos } from './offline-photos'
import { OfflineSession } from './offline-session'
import { keepSending } from './sender'
import { keepShell } from './shell-cache'
import { usePlace } from './use-place'
import { personHere } from './vault'
import { warm } from './warm'

/**
 * The room that opens without a signal: today's homes as they were taken along, or a household's logs, and what waits
 * to be sent.
 */
export function OfflineRoom() {
  const [owner, setOwner] = useState<Owner | null>(null)
  const [kit, setKit] = useState<Kit | null>(null)
  const [home, setHome] = useState<HomeKit | null>(null)
  const [queue, setQueue] = useState<Queue | null>(null)
  const [ready, setReady] = useState<'opening' | 'open' | 'shut'>('opening')
  const [taking, setTaking] = useState<Taking>('idle')
  const place = usePlace()

  const take = useCallback(async () => {
    setTaking('taking')
    try {
      const taken = await takeAlong()
      if (typeof taken === 'string') return setTaking(taken)
      setOwner(taken.owner)
      if ('sheets' in taken) setHome(taken)
      else setKit(taken)
      await keepShell(warm)
      setTaking('taken')
    } catch {
      setTaking('failed')
    }
  }, [])

  useEffect(() => {
    const open = async () => {
      const person = canKeep() ? personHere() : null
      setOwner(person)
      if (person) {
        setKit(await keptDay(person))
        setHome(await keptHome(person))
      }
      if (canKeep() && location.hash === '#take') {
        history.replaceState(null, '', location.pathname)
        await take()
      }
      setReady(canKeep() ? 'open' : 'shut')
    }
    open().catch(() => setReady('shut'))
  }, [take])

  useEffect(() => {
    if (!owner) return
    const look = () => void readQueue(owner).then(setQueue)
    look()
    const off = onNews(look)
    const rest = keepSending(owner, { sure: false })
    return () => {
      off()
      rest()
    }
  }, [owner])

  const t = text('sync')
  const visit = kit?.visits.find(({ door }) => door.id === place.visitId)
  const { room, animalId, observationId } = place
  const sheets = home?.sheets.filter(({ is }) => is !== 'noPlan') ?? []
  const sheet = animalId ? sheets.find(({ animal }) => animal.id === animalId) : sheets[0]
  if (owner && visit && room === 'live' && visit.watched.some(({ id }) => id === animalId))
    return <OfflineLive owner={owner} visit={visit} animalId={animalId ?? ''} />
  return (
    <PublicShell form="wide" footer={t('footer')}>
      <div className="kept-room">
        {ready === 'opening' ? (
          <p className="quiet">{t(taking === 'taking' ? 'day.taking' : 'day.opening')}</p>
        ) : ready === 'shut' ? (
          <p className="notice on-amber">{t('day.shut')}</p>
        ) : owner && sheet && home && room === 'log' ? (
          <OfflineLog key={sheet.animal.id} kit={home} sheet={sheet} />
        ) : owner && !kit && (home || queue?.items.some(({ operation }) => isOfHousehold(operation))) ? (
          <OfflineHome {...{ owner, home, queue, taking, take }} />
        ) : !owner || !kit || !visit ? (
          <OfflineDay owner={owner} kit={kit} queue={queue} taking={taking} take={take} />
        ) : room === 'note' && visit.note ? (
          <OfflineNote owner={owner} note={visit.note} snippets={kit.snippets} />
        ) : room === 'photos' ? (
          <OfflinePhotos owner={owner} visit={visit} />
        ) : room === 'session' ? (
          <OfflineSession
            key={`${animalId} ${observationId}`}
            {...{ owner, visit, animalId: animalId ?? '', observationId }}
          />
        ) : (
          <OfflineDoor visit={visit} />
        )}
      </div>
    </PublicShell>
  )
}
