import { ServiceMark } from '@/components/service/service-mark'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Kbd } from '@/components/ui/kbd'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { CalendarView } from './types'

const keys = ['arrows', 'enter', 'move', 'today', 'views', 'book', 'help'] as const

/** What signs, hatching and dashes mean, who asks and who waits, and the keys. */
export function GridKey({ page }: { page: CalendarView }) {
  const t = text('calendar')
  const services = new Map(page.visits.map(({ serviceName, mark }) => [serviceName, mark]))
  return (
    <div className="no-print">
      <p className="cal-key">
        {[...services].map(([name, mark]) => (
          <span key={name}>
            <ServiceMark mark={mark} /> <bdi>{name}</bdi>
          </span>
        ))}
        <span>
          <span className="cal-drive" />
          {t('key.drive')}
        </span>
        <span>
          <span className="cal-shade is-off" />
          {t('key.off')}
        </span>
        <span>{t('key.call')}</span>
        {page.asked.length > 0 && (
          <span>
            <span className="cal-asked" />
            {t('key.asked')}
          </span>
        )}
        <span className="cal-can-drag">{t('key.drag')}</span>
      </p>
      <div className="acts">
        <ButtonLink look="plain" href={paths.requests()}>
          {text('request')('title')}
        </ButtonLink>
        <ButtonLink look="plain" href={paths.waiting()}>
          {text('waiting')('title')}
        </ButtonLink>
      </div>
      <div className="cal-keys" data-help="">
        <Disclosure summary={t('keys.title')}>
          <p className="small quiet">{t('keys.lead')}</p>
          <dl>
            {keys.map((key) => (
              <div key={key}>
                <dt>
                  {t(`keys.${key}.keys`)
                    .split(' ')
                    .map((letter) => (
                      <Kbd key={letter}>{letter}</Kbd>
                    ))}
                </dt>
                <dd>{t(`keys.${key}.does`)}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      </div>
    </div>
  )
}
