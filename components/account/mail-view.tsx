import { Disclosure } from '@/components/ui/disclosure'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Line = { id: string; to: string; subject: string; when: string }
type Props = { mails: Line[]; open: { id: string; to: string; subject: string; text: string; html: string } }

const linked = /(https?:\/\/\S+)/

/** A list of mails beside the one that is open: its text with live links, its HTML in a frame without script. */
export function MailView({ mails, open }: Props) {
  const t = text('mail')
  return (
    <div className="outbox">
      <nav aria-label={t('outbox.title')}>
        <ol>
          {mails.map(({ id, to, subject, when }) => (
            <li key={id}>
              <a href={`${paths.outbox()}?mail=${id}`} aria-current={id === open.id ? 'page' : undefined}>
                <b dir="auto">{subject}</b>
                <span className="quiet small" dir="auto">
                  {to}
                </span>
                <span className="tiny">{when}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <article>
        <h2 dir="auto">{open.subject}</h2>
        <p className="quiet small" dir="auto">
          {t('outbox.to', { address: open.to })}
        </p>
        <pre className="mail-text" dir="auto">
          {open.text
            .split(linked)
            .map((part, index) => (linked.test(part) ? <a key={index} href={part} children={part} /> : part))}
        </pre>
        <Disclosure summary={t('outbox.html')}>
          <iframe title={t('outbox.html')} sandbox="" srcDoc={withoutStyles(open.html)} />
        </Disclosure>
      </article>
    </div>
  )
}

/** The page's policy holds in the frame too: only styles that stand on the elements. */
const withoutStyles = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/g, '')
