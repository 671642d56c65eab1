import type { AnimalAtHome } from '@/lib/domain/home/pages'
import type { Temporal } from 'temporal-polyfill'
import { text } from '@/lib/format/text'
import { quietKey } from './todo'

/** Today's homework of one of several animals, in a line. */
export function TodayLine({ animal, today }: { animal: AnimalAtHome; today: Temporal.PlainDate }) {
  const t = text('home')
  const { name, standing, homework, sessions } = animal
  const [first] = standing?.recommendation === 'pause' ? [] : homework
  const logged = sessions.some(({ day }) => day.equals(today))
  if (logged) return <p className="small quiet">{t('todo.lineLogged')}</p>
  return (
    <p className="small quiet" dir="auto">
      {first ? t('todo.line', { what: first.exercise }) : t(`todo.${quietKey(standing)}`, { name })}
    </p>
  )
}
