import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { AnimalAtHome, Home } from '@/lib/domain/home/pages'
import { askedDay } from '@/lib/domain/obstacle/asked'
import { obstacles } from '@/lib/domain/obstacle/obstacle'
import type { FormAction } from '@/lib/domain/result/form-state'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export type ObstacleActions = { tell: FormAction; takeBack: FormAction }
type Props = { animal: AnimalAtHome; home: Home; actions: ObstacleActions }

/** After a day without practice: what got in the way, one tap or none. It is answered, and can be taken back. */
export function InTheWay({ animal, home: { today, practice }, actions }: Props) {
  const asked = askedDay(animal, today)
  if (!asked) return null
  const t = text('home')
  const { id, name } = animal
  const day = { animalId: id, day: asked.toString() }
  const said = animal.told.find((one) => one.day.equals(asked))?.obstacle
  const words = (key: string) => t(`obstacle.of.${key}`, { name })
  return (
    <Section title={t('obstacle.title')}>
      {said ? (
        <>
          <p className="pt-3">
            <b>
              {t('obstacle.told', {
                practice: practice.name,
                what: said === 'hid' || said === 'worried' ? words(said) : inSentence(words(said)),
              })}
            </b>{' '}
            {t(`obstacle.help.${said}`, { name })}
          </p>
          <div className="acts mt-3">
            {said === 'ill' && <ButtonLink href={paths.homeLog(id)}>{t('obstacle.write')}</ButtonLink>}
            <ActionButton action={actions.takeBack} fields={day} look="plain">
              {t('obstacle.takeBack')}
            </ActionButton>
          </div>
        </>
      ) : (
        <>
          <p className="quiet pt-3">{t('obstacle.ask', { practice: practice.name })}</p>
          <div className="chips mt-3">
            {obstacles.map((obstacle) => (
              <ActionButton key={obstacle} action={actions.tell} fields={{ ...day, obstacle }}>
                {words(obstacle)}
              </ActionButton>
            ))}
          </div>
        </>
      )}
    </Section>
  )
}
