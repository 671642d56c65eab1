import { noteDraftSchema } from '@/lib/domain/note/schema'
import { chosen, differencesOf } from '@/lib/domain/sync/by-a-person'
import { fieldAtPath, formOfFields, isNoteField } from '@/lib/domain/sync/fields'
import { laneOf } from '@/lib/domain/sync/lane'
import { changesBetween } from '@/lib/domain/sync/merge'
import { ownWords, type Queue } from '@/lib/domain/sync/queue'
import type { Fields } from '@/lib/domain/sync/said'
import { standingOf } from '@/lib/domain/sync/truth'
import { canKeep } from './can-keep'
import { announce, changeQueue, keepOnDevice, onNews, readQueue } from './device-queue'
import { deviceNow } from '@/lib/domain/time/device-clock'
import { animalsIn, fieldsIn, fillIn } from './note-fields'
import { keepSending } from './sender'
import { lookOf } from './look'
import type { KeptNote, Keeping, NoteState } from './note-state'
import { read, write } from './vault'

/** How long fingers rest before what was typed is written down. */
const rest = 400
/** How long the next page waits for the server to have everything. */
const sendFor = 8_000

/**
 * Keeps the note of a form while it is written: first on the device, then with the server, from one tab. What the
 * device still had is put into the form. Gives back how to stop.
 */
export function keepNote(form: HTMLFormElement, note: KeptNote, show: (state: NoteState) => void): Keeping {
  const stop = new AbortController()
  const { signal } = stop
  const keeper = new Keeper(form, note, show, signal)
  const keeping = { stop: () => stop.abort(), decide: (chosen: Fields) => keeper.decide(chosen) }
  if (!canKeep()) {
    show({ is: 'notHere' })
    return keeping
  }
  const name = `doorstep note ${note.visitId}`
  void navigator.locks.query().then(({ held }) => {
    if (!held?.some((lock) => lock.name === name)) return
    keeper.waited = true
    show({ is: 'otherTab' })
  })
  navigator.locks
    .request(name, { signal }, () => keeper.work())
    .catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  return keeping
}

/** What the form stands upon: the last that is known to be written down. */
type Look = { version: number; fields: Fields }

class Keeper {
  private readonly lane: string
  private look: Look
  private writing: Promise<void> = Promise.resolve()
  private timer: ReturnType<typeof setTimeout> | undefined
  /** Another tab had this note first. */
  waited = false
  private touched = false
  /** Typed and not written down yet. */
  private fresh = false
  private unread = false
  private behind = false

  constructor(
    private readonly form: HTMLFormElement,
    private readonly note: KeptNote,
    private readonly show: (state: NoteState) => void,
    private readonly signal: AbortSignal,
  ) {
    const { visitId, version, fields } = note
    this.lane = laneOf({ kind: 'save_draft', visitId, baseVersion: 0, changes: [] })
    this.look = { version, fields }
  }

  async work(): Promise<void> {
    const { form, note, signal } = this
    if (!note.sure) {
      const left = await read<Look>(note.owner, lookOf(note.visitId))
      const { version, fields } = left ?? this.look
      this.look = { version, fields: (await note.begunWith?.(fields)) ?? fields }
      for (const [field, said] of Object.entries(this.look.fields)) fillIn(form, field, said)
    }
    // A page that waited for another tab shows what it showed: whoever writes in it is asked, not overtaken.
    const drawn = this.waited ? Infinity : this.look.version
    const { version, fields, waits } = ownWords(await readQueue(note.owner), note.visitId, drawn)
    for (const [field, said] of Object.entries(fields)) fillIn(form, field, said)
    this.look = {
      version: this.waited ? this.look.version : version,
      fields: { ...this.look.fields, ...fields },
    }
    this.touched = waits

    form.addEventListener('input', () => this.later(), { signal })
    form.addEventListener('change', () => void this.keep(), { signal })
    form.addEventListener('submit', (event) => this.holdBack(event), { signal, capture: true })
    form.addEventListener('formdata', ({ formData }) => this.version(formData), { signal })
    addEventListener('pagehide', () => void this.keep(), { signal })
    document.addEventListener('visibilitychange', () => void this.keep(), { signal })
    const off = onNews(({ lane, version, behind }) => {
      if (lane === this.lane && version !== undefined) this.stand({ ...this.look, version })
      if (lane === this.lane && behind) this.behind = true
      void this.tell()
    })
    const rest = keepSending(note.owner, { sure: note.sure })
    await this.keep()
    await new Promise<void>((done) => signal.addEventListener('abort', () => done()))
    off()
    rest()
  }

  async decide(choices: Fields): Promise<void> {
    const { owner, visitId } = this.note
    const made = { key: crypto.randomUUID(), at: deviceNow() }
    await this.keep()
    await changeQueue(owner, (queue) => chosen(queue, visitId, choices, made))
    for (const [field, said] of Object.entries(choices)) fillIn(this.form, field, said)
    this.stand({ ...this.look, fields: { ...this.look.fields, ...choices } })
    announce()
  }

  private stand(look: Look): void {
    this.look = look
    if (!this.note.sure) void write(this.note.owner, lookOf(this.note.visitId), look)
  }

  private later(): void {
    this.touched = true
    this.fresh = true
    this.show({ is: 'writing' })
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.keep(), rest)
  }

  /** Writes down what is new in the form. One after the other: each begins with what the one before left. */
  private keep(): Promise<void> {
    clearTimeout(this.timer)
    this.writing = this.writing.then(() => this.write()).catch(() => this.show({ is: 'notHere' }))
    return this.writing
  }

  private async write(): Promise<void> {
    const { owner, visitId } = this.note
    this.fresh = false
    const typed = fieldsIn(this.form)
    const before = Object.fromEntries(
      Object.keys(typed).map((field) => [field, this.look.fields[field] ?? '']),
    )
    const changed = changesBetween(before, typed).filter(({ field }) => isNoteField(field))
    const animalIds = animalsIn(this.form)
    const read = noteDraftSchema.safeParse({ visitId, version: 0, ...formOfFields(typed, animalIds) })
    const wrong = new Set(read.error?.issues.map(({ path }) => fieldAtPath(path, animalIds)))
    const changes = changed.filter(({ field }) => !wrong.has(field))
    this.unread = changes.length < changed.length
    if (changes.length > 0) {
      this.touched = true
      await keepOnDevice(owner, { kind: 'save_draft', visitId, baseVersion: this.look.version, changes })
      const mine = Object.fromEntries(changes.map((change) => [change.field, change.mine]))
      this.stand({ ...this.look, fields: { ...this.look.fields, ...mine } })
    }
    await this.tell()
  }

  private async tell(): Promise<void> {
    const queue = await readQueue(this.note.owner)
    const { unread, behind } = this
    if (!this.fresh) this.show({ ...this.stateOf(queue), unread, behind })
  }

  private stateOf(queue: Queue): NoteState {
    const standing = standingOf(queue, [this.lane])
    if (standing === 'saved') return { is: this.touched ? 'saved' : 'quiet' }
    if (standing === 'onThisPhone') {
      const tried = queue.items.some(({ lane, attempts }) => lane === this.lane && attempts > 1)
      if (queue.held) return { is: 'signedOut' }
      return { is: navigator.onLine && !tried ? 'sending' : 'onThisPhone' }
    }
    const trouble = queue.items.find(({ lane, trouble }) => lane === this.lane && trouble)?.trouble
    if (trouble?.state === 'differs')
      return { is: 'differs', differences: differencesOf(queue, this.note.visitId) }
    return { is: trouble?.state === 'signed' ? 'signed' : 'refused' }
  }

  /** The version that this form stands upon by now; a later one that the form was told of wins. */
  private version(data: FormData): void {
    if (!data.has('version')) return
    data.set('version', String(Math.max(Number(data.get('version')), this.look.version)))
  }

  /** The next page may only come once the server has everything. */
  private holdBack(event: SubmitEvent): void {
    if (this.passes) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { submitter } = event
    void this.keep()
      .then(() => this.sent())
      .then((all) => {
        if (!all) return
        this.passes = true
        this.form.requestSubmit(submitter)
        this.passes = false
      })
  }
  private passes = false

  private async sent(): Promise<boolean> {
    const until = AbortSignal.timeout(sendFor)
    for (;;) {
      const queue = await readQueue(this.note.owner)
      const standing = standingOf(queue, [this.lane])
      // What cannot be read is for the form to say, at its field.
      if (standing !== 'onThisPhone' || this.unread) return standing !== 'needsYou'
      if (until.aborted || queue.held || !navigator.onLine) return false
      await new Promise<void>((heard) => {
        const off = onNews(() => done())
        const done = () => {
          off()
          heard()
        }
        until.addEventListener('abort', done)
      })
    }
  }
}
