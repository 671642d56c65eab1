import { text } from '@/lib/format/text'

type Props = {
  animals: readonly { id: string; name: string }[]
  current: string
  href: (animalId: string) => string
}

/** Which animal of the household this page is about; nothing where there is only one. */
export function AnimalSwitch({ animals, current, href }: Props) {
  if (animals.length < 2) return null
  return (
    <nav className="views" aria-label={text('home')('which')}>
      {animals.map(({ id, name }) => (
        <a key={id} href={href(id)} aria-current={id === current ? 'page' : undefined}>
          <bdi>{name}</bdi>
        </a>
      ))}
    </nav>
  )
}
