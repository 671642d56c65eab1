'use client'
import { useEffect, useRef, useState } from 'react'
import { useForm } from '@/components/form/form-context'

type Props = { start: string; stop: string; /** With `{time}` in it. */ timed: string }

/**
 * Measures instead of guessing: the seconds are sent beside the tapped band and overrule it. Tapping a band
 * afterwards overrules the watch. Without JavaScript the bands are all there is.
 */
export function Stopwatch({ start, stop, timed }: Props) {
  const form = useForm()
  const kept = form.startsWith('durationSec')
  const [seconds, setSeconds] = useState<number | null>(
    typeof kept === 'string' && kept ? Number(kept) : null,
  )
  const [running, setRunning] = useState(false)
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!running) return
    const began = performance.now()
    const tick = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 250)
    return () => clearInterval(tick)
  }, [running])

  useEffect(() => {
    const around = box.current?.closest('form')
    const onChange = (event: Event) => {
      if ((event.target as HTMLInputElement).name !== 'durationBand') return
      setRunning(false)
      setSeconds(null)
    }
    around?.addEventListener('change', onChange)
    return () => around?.removeEventListener('change', onChange)
  }, [])

  const press = () => {
    if (!running) {
      for (const band of box.current?.closest('form')?.querySelectorAll('[name=durationBand]') ?? [])
        (band as HTMLInputElement).checked = false
      setSeconds(0)
    }
    setRunning(!running)
  }
  const shown = seconds === null ? '' : clockFace(seconds)
  return (
    <div ref={box} className="stopwatch">
      <button type="button" className={`btn ${running ? 'btn-go' : ''}`} onClick={press}>
        {running ? stop : start}
      </button>
      <output aria-live="off">{running ? shown : shown && timed.replace('{time}', shown)}</output>
      <input type="hidden" name="durationSec" value={!running && seconds !== null ? seconds : ''} readOnly />
    </div>
  )
}

const clockFace = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
