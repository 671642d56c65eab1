import type { Locale } from '@/lib/domain/account/locale'
import type { ShareScope } from '@/lib/domain/share/audience'
import type { Call } from '@/lib/domain/share/link'
import type { Role } from './roles'

declare const minted: unique symbol
type Minted<T> = T & { readonly [minted]: true }

/** What every viewer of a practice knows of it. */
type InPractice = {
  practiceId: string
  practiceName: string
  /** IANA zone of the practice. */
  zone: string
}

/** A person who works in the practice. */
export type MemberViewer = Minted<
  InPractice & {
    kind: 'member'
    role: Role
    memberId: string
    userId: string
    name: string
    units: 'metric' | 'imperial'
    paper: 'a4' | 'letter'
  }
>

/** An animal owner: sees one household. "Owner" on screens. */
export type GuardianViewer = Minted<
  InPractice & {
    kind: 'guardian'
    clientId: string
    contactId: string
    userId: string
    name: string
    animalIds: readonly string[]
    /** As this person chose; the units, unless they did, the practice's. */
    locale: Locale
    units: 'metric' | 'imperial'
    paper: 'a4' | 'letter'
    /** Set where somebody writes for the household through a partner's link: nobody is signed in then. */
    linkId?: string
  }
>

/** Whoever holds a share link: sees one animal as its audience does, or one letter to the vet and nothing else. */
export type ShareViewer = Minted<
  InPractice & {
    kind: 'share'
    scope: ShareScope
    linkId: string
    animalIds: readonly [string]
    /** Whom to call, as whoever made a sitter's link said. */
    call?: Call
  }
>

/** The practice's own machinery: seed, jobs. */
export type SystemViewer = Minted<
  InPractice & {
    kind: 'system'
    job: string
    /** Whoever set it to work; null: nobody did. */
    onBehalfOf: string | null
  }
>

/**
 * Whoever holds a member's calendar feed: reads that member's visits and nothing else. Not one of `Viewer`, so
 * that no verb but the feed's own can be asked by it.
 */
export type FeedViewer = Minted<
  InPractice & {
    kind: 'feed'
    memberId: string
    /** What the member opted into: households, addresses and phones; the way there. */
    details: boolean
    travel: boolean
  }
>

/** Minted only by lib/auth. Every export of lib/data takes one first. */
export type Viewer = MemberViewer | GuardianViewer | ShareViewer | SystemViewer
