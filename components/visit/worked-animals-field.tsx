import { Portrait } from '@/components/animal/portrait'
import { ChipsField } from '@/components/form/inputs'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { VisitAnimal } from '@/lib/domain/visit/pages'
import { text } from '@/lib/format/text'

/** Which of the household's animals are worked; nothing where none lives there. */
export function WorkedAnimalsField({ animals }: { animals: readonly VisitAnimal[] }) {
  const t = text('visit')
  if (animals.length === 0) return null
  return (
    <ChipsField
      name="animalIds"
      label={t('book.animals')}
      hint={t('book.animalsHint')}
      options={animals.map(({ id, name, species, coat }) => ({
        value: id,
        label: <bdi>{name}</bdi>,
        picture: <Portrait species={species} coat={coatFrom(coat)} name={name} size={26} decorative />,
      }))}
    />
  )
}
