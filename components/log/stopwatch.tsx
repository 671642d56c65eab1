'use client'
import { startTransition, useEffect, useRef, useState } from 'react'
import { useForm } from '@/components/form/form-context'
import { isPerhapsForgotten, shownAt, started, stoppedAt, type Watch } from '@/lib/domain/log/stopwatch'
import { deviceNow } from '@/lib/domain/time/device-clock'
import { forgetWatch, keepWatch, keptWatch } from './kept-watch'

type Props = {
  /** Whose; without it nothing outlives the page. */
  animalId?: string
  /** `timed` with `{time}` in it. */
  words: Record<'start' | 'stop' | 'timed' | 'wentOn' | 'tooLong' | 'wasLong' | 'forgot', string>
}

/**
 * Measures instead of guessing: the seconds are sent beside the tapped band and overrule it. Tapping a band
 * afterwards overrules the watch. It goes on while the screen is locked and the page gone. Without JavaScript the
 * bands are all there is.
 */
export function Stopwatch({ animalId, words }: Props) {
  const form = useForm()
  const typed = form.startsWith('durationSec')
  const [watch, setWatch] = useState<Watch | null>(
    typeof typed === 'string' && typed ? { began: 0, seen: Number(typed), running: false } : null,
  )
  const [resumed, setResumed] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const asks = watch !== null && isPerhapsForgotten(watch)
  const ticks = watch?.running === true && !asks

  useEffect(() => {
    const kept = animalId === undefined ? null : keptWatch(animalId)
    if (!kept) return
    startTransition(() => {
      setWatch(kept)
      setResumed(kept.running)
    })
  }, [animalId])

  useEffect(() => {
    if (animalId !== undefined && watch && watch.began > 0) keepWatch(animalId, watch)
  }, [animalId, watch])

  useEffect(() => {
    if (!ticks) return
    const tick = () => setWatch((before) => before && shownAt(before, deviceNow()))
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [ticks])

  useEffect(() => {
    const around = box.current?.closest('form')
    const onAnew = () => {
      setWatch(null)
      if (animalId !== undefined) forgetWatch(animalId)
    }
    const onChange = (event: Event) => {
      if ((event.target as HTMLInputElement).name === 'durationBand') onAnew()
    }
    around?.addEventListener('change', onChange)
    around?.addEventListener('anew', onAnew)
    return () => {
      around?.removeEventListener('change', onChange)
      around?.removeEventListener('anew', onAnew)
    }
  }, [animalId])

  const start = () => {
    for (const band of box.current?.closest('form')?.querySelectorAll('[name=durationBand]') ?? [])
      (band as HTMLInputElement).checked = false
    setResumed(false)
    setWatch(started(deviceNow()))
  }
  const stop = () => setWatch((before) => before && stoppedAt(before, deviceNow()))
  const forget = () => {
    setWatch(null)
    if (animalId !== undefined) forgetWatch(animalId)
  }
  const shown = watch ? clockFace(watch.seen) : ''
  return (
    <div ref={box} className="stopwatch">
      {asks ? (
        <div role="alert" className="notice on-amber">
          <div>
            <p>{words.tooLong}</p>
            <div className="acts">
              <button type="button" className="btn" onClick={stop}>
                {words.wasLong}
              </button>
              <button type="button" className="btn" onClick={forget}>
                {words.forgot}
              </button>
            </div>
          </div>
        </div>
      ) : (
        <>
          <button type="button" className={`btn ${ticks ? 'btn-go' : ''}`} onClick={ticks ? stop : start}>
            {ticks ? words.stop : words.start}
          </button>
          <output aria-live="off">{ticks ? shown : shown && words.timed.replace('{time}', shown)}</output>
          {ticks && resumed && <p className="small quiet">{words.wentOn}</p>}
        </>
      )}
      <input type="hidden" name="durationSec" value={watch && !watch.running ? watch.seen : ''} readOnly />
    </div>
  )
}

const clockFace = (seconds: number) => {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = String(seconds % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}
