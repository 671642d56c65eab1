import { ChoiceField } from '@/components/form/inputs'
import { coats } from '@/lib/domain/animal/coats'
import { text } from '@/lib/format/text'
import { Portrait } from './portrait'

/** The portrait is chosen by looking. Only the coats of the chosen species show (components/animal/animal.css). */
export function CoatField() {
  const t = text('animal')
  return (
    <ChoiceField
      name="coat"
      label={t('field.coat')}
      hint={t('field.coatHint')}
      className="coats"
      options={coats.map((coat) => ({
        value: coat,
        label: t(`coat.${coat}`),
        picture: (
          <Portrait
            species={coat.startsWith('rat') ? 'rat' : 'cat'}
            coat={coat}
            name=""
            size={40}
            decorative
          />
        ),
      }))}
    />
  )
}
