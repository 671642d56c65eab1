import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import type { FormAction } from '@/lib/domain/result/form-state'
import { everyDay } from '@/lib/domain/scheduling/every-day'
import type { DayHours, WeeklyHours } from '@/lib/domain/scheduling/working-time'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { DaysOff, type OffLine } from './days-off'
import { OtherDays, type OtherDay } from './other-days'
import { WeekForm } from './week-form'
import { WeekRead } from './week-read'

type Page = {
  memberId: string
  name: string
  mayChange: boolean
  trainers: readonly { id: string; name: string }[]
  version: number
  weekly: WeeklyHours
  home: string
  exceptions: readonly OtherDay[]
  timeOff: readonly OffLine[]
}
type Actions = Record<'week' | 'day' | 'likeWeekday' | 'off' | 'takeBack', FormAction>

/** The working time of one consultant: the ordinary week, dates that differ, time off. */
export function HoursRoom({
  page,
  saved,
  actions,
}: {
  page: Page
  saved: string | undefined
  actions: Actions
}) {
  const t = text('working')
  const { memberId, name, mayChange, trainers, weekly } = page
  const usual = usualOf(weekly)
  return (
    <div className="rooms">
      {trainers.length > 1 && (
        <Tabs
          label={t('who')}
          current={memberId}
          tabs={trainers.map((one) => ({
            key: one.id,
            href: paths.hours({ who: one.id }),
            label: <bdi>{one.name}</bdi>,
          }))}
        />
      )}
      {saved && <Saved saved={saved} off={page.timeOff} />}
      {!mayChange && <Notice>{t('readOnly', { name })}</Notice>}
      <Section title={t('week.title')}>
        {mayChange ? (
          <WeekForm {...page} usual={usual} action={actions.week} />
        ) : (
          <WeekRead weekly={weekly} />
        )}
      </Section>
      <DaysOff
        memberId={memberId}
        off={page.timeOff}
        actions={mayChange ? { add: actions.off, remove: actions.takeBack } : undefined}
      />
      <OtherDays
        memberId={memberId}
        days={page.exceptions}
        usual={usual}
        actions={mayChange ? { save: actions.day, remove: actions.likeWeekday } : undefined}
      />
    </div>
  )
}

/** What was just saved; time off with visits in it is saved all the same, and says so. */
function Saved({ saved, off }: { saved: string; off: readonly OffLine[] }) {
  const t = text('working')
  if (saved === 'week' || saved === 'exception') return <Notice tone="saved">{t(`saved.${saved}`)}</Notice>
  const made = off.find(({ id }) => id === saved)
  if (!made) return null
  const count = made.visits.length
  return count > 0 ? (
    <Notice tone="care">{t('saved.offBooked', { count })}</Notice>
  ) : (
    <Notice tone="saved">{t('saved.off')}</Notice>
  )
}

/** What the fields of a day begin with: the first day of the week that is worked. */
function usualOf(weekly: WeeklyHours): DayHours {
  const [usual] = Object.values({ ...everyDay('09:00', '17:00'), ...weekly })
  if (!usual) throw new RangeError('a week without days')
  return usual
}
