import { ButtonLink } from '@/components/ui/button'
import { Mail, Phone } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import { Prepare } from '@/components/visit/prepare'
import type { Home, Letter, NextVisit, PracticeContact } from '@/lib/domain/home/pages'
import { dayLong, monthShort, relativeDay, timeRangeOfWall, weekdayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** What belongs to the whole household: the consultant's letter and the next visit. */
export function HouseholdPart({ home }: { home: Home }) {
  return (
    <>
      {home.letter && <LetterPart letter={home.letter} zone={home.zone} />}
      <NextPart home={home} />
    </>
  )
}

function LetterPart({ letter, zone }: { letter: Letter; zone: string }) {
  const t = text('home')
  const words = letter.words.split(/\n+/).filter((line) => line.trim() !== '')
  return (
    <Section
      title={t('letter.title', { name: letter.from.split(' ')[0] ?? letter.from })}
      aside={t('letter.after', { date: dayLong(letter.day, zone) })}
      className="letter"
    >
      {words.length === 0 && <p className="after">{t('letter.none')}</p>}
      {words.map((line, index) => (
        <p key={index} className="said" dir="auto">
          {line}
        </p>
      ))}
      <p className="acts">
        <ButtonLink look="plain" href={paths.homeSummary(letter.visitId)}>
          {t('letter.summary')}
        </ButtonLink>
      </p>
    </Section>
  )
}

function NextPart({ home: { next, today, zone, practice } }: { home: Home }) {
  const t = text('home')
  return (
    <Section title={t('next.title')} aside={next && relativeDay(next.localStart.toPlainDate(), today, zone)}>
      {next ? <Appointment next={next} zone={zone} /> : <p className="after">{t('next.none')}</p>}
      <Contact practice={practice} />
    </Section>
  )
}

function Appointment({ next, zone }: { next: NextVisit; zone: string }) {
  const t = text('home')
  const day = next.localStart.toPlainDate()
  const time = timeRangeOfWall(next.localStart, next.minutes)
  return (
    <div className="visit">
      <p className="date">
        {weekdayShort(day, zone)}
        <b>{day.day}</b>
        {monthShort(day, zone)}
      </p>
      <div>
        <p className="big">{t(`next.${next.place}`, { time })}</p>
        <p className="quiet small">{t('next.with', { name: next.consultant })}</p>
        {next.message && (
          <p className="small message" dir="auto">
            {next.message}
          </p>
        )}
        <Prepare told={next.told} />
      </div>
    </div>
  )
}

/** How to reach the practice, where it says how. */
function Contact({ practice: { name, phone, email } }: { practice: PracticeContact }) {
  const t = text('home')
  return (
    <>
      {(phone || email) && <p className="small quiet contact">{t('next.change', { practice: name })}</p>}
      <p className="acts">
        {phone && (
          <ButtonLink href={`tel:${phone.replace(/[^+\d]/g, '')}`} icon={Phone}>
            {phone}
          </ButtonLink>
        )}
        {email && (
          <ButtonLink href={`mailto:${email}`} icon={Mail}>
            {email}
          </ButtonLink>
        )}
        <ButtonLink look="plain" href={paths.askVisit()}>
          {text('request')('own.ask')}
        </ButtonLink>
        <ButtonLink look="plain" href={paths.homeVisits()}>
          {t('next.all')}
        </ButtonLink>
      </p>
    </>
  )
}
