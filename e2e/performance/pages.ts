import { paths } from '@/lib/paths'
import type { Practice } from './practice-of'

export type MeasuredPage = {
  name: string
  as: 'consultant' | 'owner' | 'nobody'
  /** Whether it holds a form, which may ship more. */
  form?: boolean
  address: (practice: Practice) => string
}

/** The rooms that people are in all day. */
export const pages: MeasuredPage[] = [
  { name: 'sign in', as: 'nobody', form: true, address: () => paths.signIn() },
  { name: 'today', as: 'consultant', address: () => paths.today() },
  { name: 'calendar', as: 'consultant', address: () => paths.calendar() },
  { name: 'clients', as: 'consultant', address: () => paths.clients() },
  { name: 'clients, searched', as: 'consultant', address: () => `${paths.clients()}?q=household` },
  { name: 'client', as: 'consultant', address: ({ household }) => paths.client(household.clientId) },
  { name: 'new client', as: 'consultant', form: true, address: () => paths.newClient() },
  { name: 'caseload', as: 'consultant', address: () => paths.animals() },
  { name: 'side by side', as: 'consultant', address: ({ household }) => paths.together(household.clientId) },
  { name: 'animal', as: 'consultant', address: ({ household }) => paths.animal(household.animalId) },
  {
    name: 'safety list',
    as: 'consultant',
    address: ({ household }) => paths.animalSafety(household.animalId),
  },
  { name: 'at the door', as: 'consultant', address: ({ visitId }) => paths.door(visitId) },
  { name: 'mileage', as: 'consultant', address: () => paths.mileage() },
  { name: 'visit', as: 'consultant', address: ({ visitId }) => paths.visit(visitId) },
  { name: 'new visit', as: 'consultant', form: true, address: () => paths.newVisit() },
  {
    name: 'new session',
    as: 'consultant',
    form: true,
    address: ({ visitId, household }) => paths.newSession(visitId, household.animalId),
  },
  {
    name: 'live observation',
    as: 'consultant',
    address: ({ visitId, household }) => paths.watch(visitId, household.animalId),
  },
  { name: 'note', as: 'consultant', form: true, address: ({ visitId }) => paths.note(visitId) },
  { name: 'without a signal', as: 'consultant', form: true, address: () => paths.onThisPhone() },
  { name: 'settings', as: 'consultant', form: true, address: () => paths.settings() },
  { name: 'protocols', as: 'consultant', address: () => paths.protocols() },
  { name: "owner's home", as: 'owner', address: () => paths.home() },
  { name: "owner's log", as: 'owner', form: true, address: () => paths.homeLog() },
  { name: "owner's plan", as: 'owner', address: () => paths.homePlan() },
  { name: "owner's visits", as: 'owner', address: () => paths.homeVisits() },
]
