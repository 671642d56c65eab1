import { languageOf } from '@/lib/domain/account/locale'
import { locale } from '@/lib/format/locale'

/** A mail as its parts; both its text and its HTML are written from this one source. */
export type Letter = {
  subject: string
  /** Shown by mail programs beside the subject. */
  preview?: string
  heading: string
  paragraphs: string[]
  button?: { label: string; href: string }
  /** A short code to type, set large. */
  code?: { label: string; value: string }
  facts?: [term: string, value: string][]
  /** Small print below. */
  closing?: string[]
  /** The way out of mails of this kind. */
  stop?: { label: string; href: string }
  signature: string
}

export type Written = { subject: string; text: string; html: string }

/** Writes the letter twice. Everything a person wrote is escaped; colours follow the reader's theme. */
export function write(letter: Letter): Written {
  return { subject: oneLine(letter.subject), text: asText(letter), html: asHtml(letter) }
}

function asText({ heading, paragraphs, code, button, facts, closing, signature, stop }: Letter): string {
  const parts = [
    heading,
    ...paragraphs,
    facts?.map(([term, value]) => `${term}: ${value}`).join('\n'),
    button && `${button.label}:\n${button.href}`,
    code && `${code.label}: ${code.value}`,
    ...(closing ?? []),
    `--\n${signature}`,
    stop && `${stop.label}: ${stop.href}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const font = "font-family:'Figtree','Segoe UI',system-ui,-apple-system,sans-serif"
const serif = "font-family:'Brygada 1918',Georgia,'Times New Roman',serif"

const styles = `
  :root { color-scheme: light dark; supported-color-schemes: light dark }
  @media (prefers-color-scheme: dark) {
    .paper { background: #15191c !important } .sheet { background: #1e2428 !important }
    .ink { color: #ece6d8 !important } .soft { color: #b3b0a6 !important }
    .go { background: #8fc29a !important; color: #10150f !important } .rule { border-color: #39434a !important }
  }`

function asHtml({
  subject,
  preview,
  heading,
  paragraphs,
  button,
  code,
  facts,
  closing,
  signature,
  stop,
}: Letter): string {
  const p = (text: string, look: string, style: string) =>
    `<p class="${look}" style="margin:0 0 16px;${style}" dir="auto">${lines(text)}</p>`
  const body = [
    `<h1 class="ink" style="margin:0 0 16px;${serif};font-size:26px;line-height:1.2;font-weight:600;color:#22282b" dir="auto">${lines(heading)}</h1>`,
    ...paragraphs.map((text) => p(text, 'ink', `${font};font-size:16px;line-height:1.55;color:#22282b`)),
    facts && factTable(facts),
    button &&
      `<p style="margin:24px 0"><a class="go" href="${escape(button.href)}" style="display:inline-block;padding:13px 22px;border-radius:8px;background:#2f5d3a;color:#ffffff;${font};font-size:16px;font-weight:600;text-decoration:none">${escape(button.label)}</a></p>`,
    code &&
      `<p class="soft" style="margin:0 0 4px;${font};font-size:14px;color:#5b625f">${escape(code.label)}</p>
       <p class="ink" style="margin:0 0 20px;${serif};font-size:34px;letter-spacing:.18em;color:#22282b">${escape(code.value)}</p>`,
    ...(closing ?? []).map((text) => p(text, 'soft', `${font};font-size:14px;line-height:1.5;color:#5b625f`)),
  ]
  return `<!doctype html>
<html lang="${languageOf(locale())}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escape(subject)}</title><style>${styles}</style></head>
<body class="paper" style="margin:0;padding:24px 12px;background:#f6f1e5">
<div style="display:none;max-height:0;overflow:hidden">${escape(preview ?? '')}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#fffdf7;border-radius:10px 10px 2px 2px">
<tr><td style="padding:32px 28px 20px">${body.filter(Boolean).join('\n')}</td></tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:536px"><tr>
<td class="rule" style="border-top:4px solid #22282b;padding:14px 28px"><span class="soft" style="${font};font-size:13px;color:#5b625f" dir="auto">${escape(signature)}</span>${stop ? `<br><a class="soft" href="${escape(stop.href)}" style="${font};font-size:13px;color:#5b625f">${escape(stop.label)}</a>` : ''}</td>
</tr></table></td></tr></table></body></html>
`
}

function factTable(facts: [string, string][]): string {
  const cell = `padding:8px 12px 8px 0;${font};font-size:15px;vertical-align:top;border-top:1px solid #ddd5c3`
  const rows = facts.map(
    ([term, value]) =>
      `<tr><td class="soft rule" style="${cell};color:#5b625f">${escape(term)}</td><td class="ink rule" style="${cell};color:#22282b" dir="auto">${lines(value)}</td></tr>`,
  )
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px">${rows.join('')}</table>`
}

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (letter) => named[letter] ?? letter)
const lines = (text: string) => escape(text).replace(/\n/g, '<br>')

/** A subject is one line whatever a person wrote: no header can be smuggled in behind it. */
const oneLine = (text: string) =>
  text
    .replace(/[\r\n\t\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, 200)
