import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Received = { from: string; to: string[]; mail: Email; raw: string }
/** What the server does with one mail, asked for each in turn. */
export type Mood =
  'take' | 'drop before 250' | 'keep and drop' | 'drop after 250' | 'refuse for now' | 'refuse for good'

/**
 * A real SMTP server on a port of its own, for tests: keeps what it took, and misbehaves as told. With `noSuch` it
 * refuses every recipient, in these words.
 */
export async function fakeSmtp(moodOf: (turn: number) => Mood = () => 'take', noSuch?: string) {
  const received: Received[] = []
  let turn = 0
  const sockets = new Set<{ destroy: () => void }>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, callback) => callback(noSuch === undefined ? null : answer(550, noSuch)),
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const mood = moodOf(turn++)
        if (mood === 'refuse for now') return callback(answer(451, 'Try later'))
        if (mood === 'refuse for good') return callback(answer(550, 'No such mailbox'))
        if (mood === 'drop before 250') return dropAll()
        void keep(chunks, session).then(() => {
          if (mood === 'keep and drop') return dropAll()
          callback()
          if (mood === 'drop after 250') setTimeout(dropAll, 5)
        })
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: { destroy: () => void }) => sockets.add(socket))
  const dropAll = () => sockets.forEach((socket) => socket.destroy())
  type Session = { envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] } }
  const keep = async (chunks: Buffer[], { envelope }: Session) => {
    const raw = Buffer.concat(chunks).toString('utf8')
    received.push({
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      to: envelope.rcptTo.map(({ address }) => address),
      mail: await PostalMime.parse(raw),
      raw,
    })
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    stop: () => {
      dropAll()
      return new Promise<void>((resolve) => server.close(resolve))
    },
  }
}

const answer = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })
