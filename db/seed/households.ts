import { baird } from './households/baird'
import { benami } from './households/benami'
import { campbell } from './households/campbell'
import { dangelo } from './households/dangelo'
import { fairweather } from './households/fairweather'
import { ferreira } from './households/ferreira'
import { gruenberg } from './households/gruenberg'
import { haddad } from './households/haddad'
import { lindqvist } from './households/lindqvist'
import { macaskill } from './households/macaskill'
import { mueller } from './households/mueller'
import { orourke } from './households/orourke'
import { sutherland } from './households/sutherland'
import { thorsdottir } from './households/thorsdottir'
import type { HouseholdStory } from './story'

/** The fourteen households of the demo practice. */
export const households: readonly HouseholdStory[] = [
  baird,
  benami,
  campbell,
  dangelo,
  fairweather,
  ferreira,
  gruenberg,
  haddad,
  lindqvist,
  macaskill,
  mueller,
  orourke,
  sutherland,
  thorsdottir,
]
