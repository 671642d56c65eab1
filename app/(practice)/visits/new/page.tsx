import type { Metadata } from 'next'
import { BookForm } from '@/components/visit/book-form'
import { BookHead } from '@/components/visit/book-head'
import { ChooseHousehold } from '@/components/visit/choose-household'
import { FreeTimes } from '@/components/visit/free-times'
import { bookVisit } from '@/lib/actions/visit'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { bookingForm } from '@/lib/data/booking-form'
import { learnRoutes } from '@/lib/data/travel-routes'
import { listClients } from '@/lib/data/client-list'
import { askedDay } from '@/lib/domain/scheduling/asked-day'
import { anybody } from '@/lib/domain/visit/schema'
import { bookingStart } from '@/lib/domain/visit/booking-start'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: text('visit')('book.title') }

type Asked = Partial<Record<'client' | 'day' | 'from' | 'time' | 'service' | 'consultant' | 'q', string>>

export default async function NewVisitPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const viewer = await requireMember()
  const { client, q = '', ...asked } = await searchParams
  if (!client) {
    const { clients } = await listClients(viewer, { search: q }, now())
    return (
      <>
        <BookHead household={null} />
        <ChooseHousehold households={clients.slice(0, 20)} search={q} kept={asked} />
      </>
    )
  }
  const { after, day } = bookingStart(askedDay(asked.from ?? asked.day), viewer.zone, now())
  const choice = { serviceId: asked.service, consultantId: asked.consultant }
  await orNotFound(learnRoutes(viewer, client, now()))
  const form = await orNotFound(bookingForm(viewer, client, choice, after, now()))
  return (
    <>
      <BookHead household={form.client} />
      <div className="cols">
        <BookForm
          key={`${asked.day} ${asked.time}`}
          form={form}
          day={asked.day ?? form.offers[0]?.value.slice(0, 10) ?? day}
          time={asked.time}
          zoneDiffers={form.client.zone !== viewer.zone}
          action={bookVisit}
        />
        <FreeTimes
          offers={form.offers}
          least={form.consultantId === anybody}
          href={(to, at, who) =>
            paths.newVisit({ ...asked, client, day: to, time: at, consultant: who ?? asked.consultant })
          }
        />
      </div>
    </>
  )
}
