import { DescriptionList } from '@/components/ui/description-list'
import { KeyRound, Lock, MapPin } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import { writeCoordinates } from '@/lib/domain/client/coordinates'
import { heardFromShown } from '@/lib/domain/client/heard-from'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = {
  client: {
    id: string
    street: string
    postcode: string
    town: string
    lat: number | null
    lng: number | null
    zone: string
    accessNotes: string
    notes: string
    heardFrom: string | null
  }
  practiceZone: string
}

/** Where a household lives; what only the practice reads is marked so. */
export function Home({ client, practiceZone }: Props) {
  const t = text('client')
  const heard = heardFromShown(client.heardFrom)
  const place = [client.street, [client.postcode, client.town].filter(Boolean).join(' ')].filter(Boolean)
  return (
    <Section title={t('page.home')}>
      <address className="mt-3 not-italic" dir="auto">
        {place.length === 0 ? (
          <span className="quiet">{t('page.noAddress')}</span>
        ) : (
          place.map((line) => (
            <span key={line} className="block break-words">
              {line}
            </span>
          ))
        )}
      </address>
      {place.length > 0 && (
        <p className="small mt-2">
          <a className="reach" href={mapOf(client, place)} rel="noreferrer">
            <MapPin /> {t('page.map')}
          </a>
        </p>
      )}
      <p className="small mt-2">
        <a className="reach" href={paths.doorOf(client.id)}>
          <KeyRound /> {text('door')('title')}
        </a>
      </p>
      <Private title={t('page.access')} words={client.accessNotes} />
      <Private title={t('page.notes')} words={client.notes} />
      <div className="mt-4">
        <DescriptionList
          rows={[
            [t('page.heard'), heard.words || (heard.choice === '' ? null : t(`heardFrom.${heard.choice}`))],
            [t('page.zone'), client.zone === practiceZone ? null : client.zone],
            [t('page.coordinates'), writeCoordinates(client.lat, client.lng)],
          ]}
        />
      </div>
    </Section>
  )
}

function Private({ title, words }: { title: string; words: string }) {
  if (words === '') return null
  return (
    <div className="mt-4 rounded-md bg-sunk p-4">
      <h3 className="tiny flex items-center gap-2">
        <Lock /> {title}
      </h3>
      <p className="small mt-1 whitespace-pre-line break-words" dir="auto">
        {words}
      </p>
    </div>
  )
}

/** A link only: nothing is loaded from the map before somebody follows it. */
function mapOf({ lat, lng }: { lat: number | null; lng: number | null }, place: string[]): string {
  return lat === null || lng === null
    ? `https://www.openstreetmap.org/search?query=${encodeURIComponent(place.join(', '))}`
    : `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=17/${lat}/${lng}`
}
