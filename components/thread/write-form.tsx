import { Form } from '@/components/form/form'
import { HiddenField, TextArea } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { PhotoField } from '@/components/photo/photo-field'
import { Notice } from '@/components/ui/notice'
import { pictureTypes } from '@/lib/domain/photo/photo'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Thread } from '@/lib/domain/thread/pages'
import { urgentKinds, type UrgentKind } from '@/lib/domain/thread/urgent'
import { text } from '@/lib/format/text'
import { urgentWords } from '@/lib/messages/urgent'
import { paths } from '@/lib/paths'
import { SendKey } from './send-key'
import { CallPractice, UrgentAnswer } from './urgent-answer'
import { UrgentWatch } from './urgent-watch'

/** What the page was opened with: the message just sent, a photo that goes along, why one does not. */
export type WriteQuery = { sent?: string; photo?: string; refused?: string }
type Props = {
  thread: Thread
  side: 'household' | 'practice'
  action: FormAction
  query: WriteQuery
  /** Why the photo was refused, in words. */
  refusal?: string | undefined
}

/** Writing a message: words, at most one photo, and what to do first where it cannot wait. */
export function WriteForm({ thread, side, action, query, refusal }: Props) {
  const t = text('thread')
  const place: Record<string, string> = side === 'practice' ? { clientId: thread.clientId } : {}
  return (
    <section aria-label={t('form.label')} className="write">
      {side === 'household' && <DoNotWait thread={thread} />}
      {refusal && <Notice tone="care">{refusal}</Notice>}
      <Form
        key={query.sent ?? 'first'}
        action={action}
        schema="message"
        label={t('form.label')}
        className="form"
        defaults={{ photoId: query.photo }}
      >
        <HiddenField name="clientId" value={thread.clientId} />
        <SendKey value={thread.sendKey} />
        <TextArea name="words" label={t('form.words')} rows={3} />
        {side === 'household' && (
          <UrgentWatch languages={urgentWords} answers={answersFor(thread)} lead={t('now.heard')} />
        )}
        {query.photo && <Taken id={query.photo} />}
        <div className="with-script">
          <PhotoField
            name="photoId"
            place={place}
            sendTo={paths.threadPhotos()}
            label={t('form.photo')}
            hint={t('form.photoHint')}
            says={{ busy: t('form.busy'), ready: t('form.ready'), lost: t('form.lost') }}
          />
        </div>
        <div className="form-acts">
          <Submit>{t('form.send')}</Submit>
        </div>
      </Form>
      <noscript>
        <PhotoFirst place={place} />
      </noscript>
    </section>
  )
}

function answersFor(thread: Thread) {
  const answer = (kind: UrgentKind) => (
    <>
      <UrgentAnswer kind={kind} thread={thread} />
      <CallPractice practice={thread.practice} />
    </>
  )
  return Object.fromEntries(urgentKinds.map((kind) => [kind, answer(kind)])) as Record<
    UrgentKind,
    ReturnType<typeof answer>
  >
}

/** What to do at once stands above the form for whoever opens it, also without script. */
function DoNotWait({ thread }: { thread: Thread }) {
  const t = text('thread')
  return (
    <details className="do-not-wait">
      <summary>{t('now.summary')}</summary>
      <p className="small">{t('now.lead')}</p>
      {urgentKinds.map((kind) => (
        <UrgentAnswer key={kind} kind={kind} thread={thread} />
      ))}
      <CallPractice practice={thread.practice} />
    </details>
  )
}

function Taken({ id }: { id: string }) {
  const t = text('thread')
  return (
    <p className="photo-sent">
      <img src={paths.threadPhoto(id, 'small')} alt="" /> {t('form.withPhoto')}
    </p>
  )
}

/** Without script the photo travels first, and comes back with the page. */
function PhotoFirst({ place }: { place: Record<string, string> }) {
  const t = text('thread')
  return (
    <form action={paths.threadPhotos()} method="post" encType="multipart/form-data" className="form">
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="field">
        <span className="field-label">{t('form.choosePhoto')}</span>
        <input type="file" name="photo" accept={pictureTypes} required className="input" />
      </label>
      <button type="submit" className="btn">
        {t('form.sendPhoto')}
      </button>
    </form>
  )
}
