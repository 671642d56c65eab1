import { ChevronRight } from '@/components/ui/icons'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** The other rooms of the settings. */
export function SettingsWays() {
  const t = text('settings')
  const ways = [
    { href: paths.hours(), title: t('hours'), lead: t('hoursLead') },
    { href: paths.feedSettings(), title: t('feed'), lead: t('feedLead') },
    { href: paths.ownMails(), title: text('news')('choose'), lead: t('mailsLead') },
    { href: paths.threadSettings(), title: t('messages'), lead: t('messagesLead') },
    { href: paths.closingDays(), title: t('closingDays'), lead: t('closingDaysLead') },
    { href: paths.services(), title: t('services'), lead: t('servicesLead') },
    { href: paths.protocols(), title: t('protocols'), lead: t('protocolsLead') },
    { href: paths.snippets(), title: t('snippets'), lead: t('snippetsLead') },
    { href: paths.travelSettings(), title: t('travel'), lead: t('travelLead') },
    { href: paths.members(), title: t('members'), lead: t('membersLead') },
  ]
  return (
    <nav aria-label={t('more')}>
      <ul className="ways">
        {ways.map(({ href, title, lead }) => (
          <li key={href}>
            <a href={href}>
              <span>
                <b>{title}</b>
                <span className="quiet small">{lead}</span>
              </span>
              <ChevronRight />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
