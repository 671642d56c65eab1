'use client'
import { useState } from 'react'
import { Task } from '@/components/home/task'
import { taskWords } from '@/components/home/task-words'
import { doNowOf } from '@/components/log/alarm'
import { keepWords } from '@/components/log/keep-words'
import { AddToLog } from '@/components/log/log-photos'
import { LogForm } from '@/components/log/log-form'
import { LogKeeper } from '@/components/log/log-keeper'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/section'
import type { HomeKit, LogSheetAlong } from '@/lib/domain/kit/home-kit'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'
import { instantHere } from './day-kit'

/** The log of an animal where there may be no signal, under an id of this device. */
export function OfflineLog({ kit, sheet: { animal, stage, is } }: { kit: HomeKit; sheet: LogSheetAlong }) {
  const [sessionId] = useState(() => crypto.randomUUID())
  const t = text('home')
  const { owner, zone, practice, consent } = kit
  const { name, homework } = animal
  const words = taskWords()
  return (
    <div className="log-room log-room-kept">
      <Breadcrumb items={[{ href: '#', label: text('sync')('home.title') }]} />
      <LogKeeper
        {...{ owner, zone }}
        animalId={animal.id}
        words={keepWords(name, practice)}
        doNow={doNowOf(name)}
        offline
        photos={
          <AddToLog
            of={{ owner, practice, animalId: animal.id, sessionId, name }}
            consent={consent}
            offline
          />
        }
      >
        {(keep) => (
          <>
            <PageHead title={t('log.title', { name })} lead={t('log.lead')} />
            {is === 'resting' && <Notice>{t('log.resting', { name })}</Notice>}
            {homework.length > 0 && is === 'training' && (
              <Disclosure summary={t('todo.title', { name })}>
                {homework.map((task, index) => (
                  <Task key={index} task={task} words={words} />
                ))}
              </Disclosure>
            )}
            <LogForm
              action={keep}
              {...{ animal, stage, sessionId, zone }}
              today={dayOf(instantHere(), zone)}
            />
          </>
        )}
      </LogKeeper>
    </div>
  )
}
