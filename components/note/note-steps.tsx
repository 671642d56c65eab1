import { Steps } from '@/components/ui/steps'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** What happened, what next, homework and signature. */
export function NoteSteps({ visitId, current }: { visitId: string; current: 'write' | 'decide' | 'sign' }) {
  const t = text('note')
  return (
    <Steps
      current={current}
      steps={[
        { key: 'write', label: t('step.write'), href: paths.note(visitId) },
        { key: 'decide', label: t('step.decide'), href: paths.decideNote(visitId) },
        { key: 'sign', label: t('step.sign'), href: paths.signNote(visitId) },
      ]}
    />
  )
}
