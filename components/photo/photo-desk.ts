import { changeAndTell, onNews, readQueue } from '@/components/offline/device-queue'
import { forgetUnnamed, smallOf, wholeOf } from '@/components/offline/kept-photo'
import { onShare } from '@/components/offline/photo-progress'
import { keepSending } from '@/components/offline/sender'
import { letGo, triedAgain } from '@/lib/domain/sync/by-a-person'
import type { AddPhoto, PhotoPlace } from '@/lib/domain/sync/operation'
import { photosOn, type PhotoOnDevice } from '@/lib/domain/sync/photos'
import type { Owner } from '@/lib/domain/sync/queue'
import { deviceNow } from '@/lib/domain/time/device-clock'

export { keepPhoto } from './keep-photo'

/** Tells which photos of a place only this device has, and of each that was kept; sends them. Gives back how to stop. */
export function watchPhotos(
  { owner, place, sure }: { owner: Owner; place: PhotoPlace; sure: boolean },
  show: (photos: readonly PhotoOnDevice[]) => void,
  kept: (photo: PhotoOnDevice) => void,
): () => void {
  let shown: readonly PhotoOnDevice[] = []
  let turn = 0
  const look = async () => {
    const mine = ++turn
    const photos = photosOn(await readQueue(owner), place)
    if (mine !== turn) return
    shown = photos
    show(photos)
  }
  const off = onNews(({ lane, saved }) => {
    const photo = saved ? shown.find((one) => one.lane === lane) : undefined
    if (photo) kept(photo)
    void look()
  })
  void look()
  const rest = keepSending(owner, { sure })
  return () => {
    off()
    rest()
  }
}

/** Hears how much of a photo is sent, from 0 to 1; gives back how to stop. */
export const watchShare = (lane: string, tell: (share: number) => void): (() => void) =>
  onShare((heard) => heard.lane === lane && tell(heard.share))

/** The address of a small picture of it, for as long as this page is open; null where there is none. */
export async function glanceAt(owner: Owner, photoId: string): Promise<string | null> {
  const small = await smallOf(owner, photoId)
  return small && URL.createObjectURL(small)
}

export const sendAgain = (owner: Owner, key: string): Promise<void> =>
  changeAndTell(owner, (now) => triedAgain(now, key, { key: crypto.randomUUID(), at: deviceNow() }))

export async function discard(owner: Owner, key: string): Promise<void> {
  await changeAndTell(owner, (now) => letGo(now, key))
  await forgetUnnamed(owner)
}

/** Puts a photo that cannot be sent where the other files of this device are. */
export async function saveAsFile(owner: Owner, photo: AddPhoto): Promise<void> {
  const whole = await wholeOf(owner, photo)
  if (!whole) return
  const href = URL.createObjectURL(whole)
  Object.assign(document.createElement('a'), { href, download: photo.name }).click()
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}
