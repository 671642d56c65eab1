'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { amended } from '@/lib/domain/sync/by-a-person'
import { longestAmendment, proposeAmendments, type ProposedAmendment } from '@/lib/domain/sync/late-change'
import type { Owner } from '@/lib/domain/sync/queue'
import type { Change } from '@/lib/domain/sync/said'
import { text } from '@/lib/format/text'
import { changeAndTell } from './device-queue'
import { deviceNow } from '@/lib/domain/time/device-clock'

type Props = {
  owner: Owner
  visitId: string
  changes: readonly Change[]
  named: (field: string) => string
}

/** The note was signed before this arrived: what came late as additions to it, for a person to word and to send. */
export function LateChanges({ owner, visitId, changes, named }: Props) {
  const t = text('sync')
  const [words, setWords] = useState(() => proposeAmendments(changes, named))
  const [reason, setReason] = useState(t('late.reason'))
  const send = (chosen: readonly ProposedAmendment[]) => {
    const added = chosen.map((one) => ({ ...one, reason: reason.trim(), key: crypto.randomUUID() }))
    void changeAndTell(owner, (queue) => amended(queue, visitId, added, deviceNow()))
  }
  const whole = words.every(({ body }) => body.trim() !== '') && reason.trim() !== ''
  return (
    <div className="stack pt-3">
      <p className="small">{t('late.lead')}</p>
      {words.map(({ body, shown }, at) => (
        <label key={at} className="field">
          <span className="field-label">{t(shown ? 'late.shown' : 'late.private')}</span>
          <textarea
            className="input"
            rows={4}
            dir="auto"
            maxLength={longestAmendment}
            value={body}
            onChange={(event) =>
              setWords(words.map((one, index) => (index === at ? { ...one, body: event.target.value } : one)))
            }
          />
        </label>
      ))}
      <label className="field">
        <span className="field-label">{t('late.why')}</span>
        <input
          className="input"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <div className="acts">
        <Button look="go" aria-disabled={!whole} onClick={() => whole && send(words)}>
          {t('late.add')}
        </Button>
        <Button look="danger" onClick={() => send([])}>
          {t('late.drop')}
        </Button>
      </div>
    </div>
  )
}
