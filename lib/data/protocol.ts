import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { member, plan, protocol, protocolDraft } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { isShipped } from '@/lib/domain/protocol/library'
import type { DraftPage, ProtocolPage, PublishedVersion, ShelvedProtocol } from '@/lib/domain/protocol/pages'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { asViewer, found, idFrom } from './as-viewer'

/** The library of a practice is read by everybody who works in it; owners see the plan, not the programme. */
const visibleProtocols = (viewer: Viewer) =>
  and(eq(protocol.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)
const visibleDrafts = (viewer: Viewer) =>
  and(eq(protocolDraft.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

/** Every protocol of the practice with its versions and drafts: what Doorstep ships first, then by name. */
export function protocolShelf(viewer: Viewer): Promise<ShelvedProtocol[]> {
  return asViewer(viewer, async (tx) => {
    const versions = await versionsOf(tx, viewer)
    const drafts = await tx
      .select({
        id: protocolDraft.id,
        definition: protocolDraft.definition,
        updatedAt: protocolDraft.updatedAt,
        updatedBy: member.name,
      })
      .from(protocolDraft)
      .innerJoin(member, ofMember(protocolDraft.practiceId, protocolDraft.updatedBy))
      .where(visibleDrafts(viewer))
      .orderBy(asc(protocolDraft.key))
    const shelf = new Map<string, ShelvedProtocol & { versions: PublishedVersion[] }>()
    for (const { key, name, species, stages, ...version } of versions) {
      const known = shelf.get(key)
      if (known) known.versions.push(version)
      else
        shelf.set(key, {
          key,
          name,
          species,
          stages,
          shipped: isShipped(key),
          versions: [version],
          draft: null,
        })
    }
    for (const { definition, ...draft } of drafts) {
      const { key, name, species, stages } = definition
      const known = shelf.get(key) ?? {
        versions: [],
        shipped: false,
        key,
        name,
        species,
        stages: stages.length,
      }
      shelf.set(key, { ...known, draft })
    }
    return [...shelf.values()].sort(
      (a, b) => Number(b.shipped) - Number(a.shipped) || a.name.localeCompare(b.name, 'en'),
    )
  })
}

/** One published version with its neighbours, or NotFound. */
export function protocolPage(viewer: Viewer, protocolId: string): Promise<ProtocolPage> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        id: protocol.id,
        key: protocol.key,
        definition: protocol.definition,
        before: sql<Protocol | null>`(select p.definition from app.protocol p where p.practice_id = ${protocol.practiceId}
          and p.key = ${protocol.key} and p.version < ${protocol.version} order by p.version desc limit 1)`,
        draftId: protocolDraft.id,
      })
      .from(protocol)
      .leftJoin(
        protocolDraft,
        and(eq(protocolDraft.practiceId, protocol.practiceId), eq(protocolDraft.key, protocol.key)),
      )
      .where(and(visibleProtocols(viewer), eq(protocol.id, idFrom(protocolId))))
    const { definition, key, ...page } = found(row)
    const versions = await versionsOf(tx, viewer, eq(protocol.key, key))
    return { ...page, protocol: definition, shipped: isShipped(key), versions }
  })
}

/** One published version as it was stored, or NotFound. */
export const publishedProtocol = (viewer: Viewer, protocolId: string): Promise<Protocol> =>
  asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ definition: protocol.definition })
      .from(protocol)
      .where(and(visibleProtocols(viewer), eq(protocol.id, idFrom(protocolId))))
    return found(row).definition
  })

/** A draft with what it is compared with, or NotFound. */
export function draftPage(viewer: Viewer, draftId: string): Promise<DraftPage> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        id: protocolDraft.id,
        version: protocolDraft.version,
        draft: protocolDraft.definition,
        updatedAt: protocolDraft.updatedAt,
        updatedBy: member.name,
        published: sql<Protocol | null>`(select p.definition from app.protocol p
          where p.practice_id = ${protocolDraft.practiceId} and p.key = ${protocolDraft.key}
          order by p.version desc limit 1)`,
        basedOn: protocol.definition,
      })
      .from(protocolDraft)
      .innerJoin(member, ofMember(protocolDraft.practiceId, protocolDraft.updatedBy))
      .leftJoin(
        protocol,
        and(eq(protocol.practiceId, protocolDraft.practiceId), eq(protocol.id, protocolDraft.basedOn)),
      )
      .where(and(visibleDrafts(viewer), eq(protocolDraft.id, idFrom(draftId))))
    const { basedOn, ...page } = found(row)
    return { ...page, before: page.published ?? basedOn }
  })
}

/** Versions from the newest, each with the plans that run on it now. */
function versionsOf(tx: Tx, viewer: Viewer, more?: SQL) {
  return tx
    .select({
      id: protocol.id,
      key: protocol.key,
      name: protocol.name,
      species: protocol.species,
      stages: sql<number>`jsonb_array_length(${protocol.definition} -> 'stages')`,
      version: protocol.version,
      publishedAt: protocol.publishedAt,
      publishedBy: member.name,
      running: sql<number>`(select count(*)::int from ${plan} where ${plan.practiceId} = ${protocol.practiceId}
        and ${plan.protocolId} = ${protocol.id} and ${isNull(plan.endedAt)})`,
    })
    .from(protocol)
    .leftJoin(member, ofMember(protocol.practiceId, protocol.publishedBy))
    .where(and(visibleProtocols(viewer), more))
    .orderBy(asc(protocol.key), desc(protocol.version))
}

const ofMember = (practiceId: AnyPgColumn, id: AnyPgColumn) =>
  and(eq(member.practiceId, practiceId), eq(member.id, id))
