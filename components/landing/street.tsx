import { Portrait } from '@/components/animal/portrait'

/** Three doors on one step, each with somebody in it. Decoration: nothing to read out. */
const doors = [
  { name: 'a', coat: 'cat_black', size: 92, wall: 2 },
  { name: 'b', coat: 'cat_tabby_brown', size: 156, wall: 1 },
  { name: 'c', coat: 'cat_calico', size: 108, wall: 4 },
] as const

export function Street() {
  return (
    <div className="street" aria-hidden="true">
      <div className="street-doors">
        {doors.map((door) => (
          <Portrait key={door.name} species="cat" decorative {...door} />
        ))}
      </div>
      <div className="porch-step" />
      <div className="porch-step" />
    </div>
  )
}
