import { expect, it } from 'vitest'
import { mattersOf, matterOf, newsKinds } from '@/lib/domain/news/kinds'
import { text } from '@/lib/format/text'
import { whereNewsLeads } from './where-news-leads'

it('has a sentence for every kind of news, a name for its matter, and leads to a page of its reader', () => {
  const t = text('news')
  for (const kind of newsKinds) {
    const readers = (['guardian', 'member'] as const).filter((reader) =>
      (mattersOf[reader] as readonly string[]).includes(matterOf(kind)),
    )
    expect(readers.length, kind).toBeGreaterThan(0)
    for (const reader of readers) {
      const facts = { reader, household: 'Berger', animals: 'Moth', when: 'Thu 14 May, 09:45' }
      expect(t(`said.${kind}`, facts), kind).toMatch(/^[A-Z].*\.$/)
      expect(t(`matter.${reader}.${matterOf(kind)}`)).not.toBe('')
    }
    const about = { kind, visitId: 'v', animalId: 'a', clientId: 'c' }
    expect(whereNewsLeads(about, 'guardian'), kind).toMatch(/^\/(home|print)\//)
    expect(whereNewsLeads(about, 'member'), kind).toMatch(
      /^\/(visits\/v|animals\/a|requests|clients\/c(\/messages)?)$/,
    )
  }
})
