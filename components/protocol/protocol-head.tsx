import { ActionButton } from '@/components/form/action-button'
import { Button, ButtonLink } from '@/components/ui/button'
import { Download, Printer } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/section'
import type { ProtocolPage } from '@/lib/domain/protocol/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { publication } from './words'

/** Given to those who may write: makes a copy, or the draft of the next version. */
type Props = { page: ProtocolPage; zone: string; write: FormAction | undefined }

/** What a version is called, where it comes from and what can be done with it. */
export function ProtocolHead({ page, zone, write }: Props) {
  const t = text('protocol')
  const { id, protocol, shipped, versions, draftId } = page
  const { version } = protocol
  const [newest] = versions
  const here = versions.find((one) => one.id === id)
  const about = t('forSpecies', { species: t(`species.${protocol.species}`), count: protocol.stages.length })
  return (
    <>
      <PageHead
        title={<bdi>{protocol.name}</bdi>}
        lead={
          here &&
          [
            t('version', { version }),
            about,
            publication(here, zone),
            t('running', { count: here.running }),
          ].join(', ')
        }
      >
        {write && !shipped && draftId === null && (
          <ActionButton action={write} fields={{ protocolId: id, as: 'next' }} look="go">
            {t('edit')}
          </ActionButton>
        )}
        {write && draftId !== null && (
          <ButtonLink look="go" href={paths.protocolDraft(draftId)}>
            {t('goOn')}
          </ButtonLink>
        )}
        {write && (
          <ActionButton
            action={write}
            fields={{ protocolId: id, as: 'copy' }}
            look={shipped ? 'go' : 'quiet'}
          >
            {t(shipped ? 'copy' : 'copyAgain')}
          </ActionButton>
        )}
        <ButtonLink icon={Download} href={paths.exportProtocol(id)}>
          {t('export')}
        </ButtonLink>
        <Button icon={Printer} data-print="">
          {t('print')}
        </Button>
      </PageHead>
      {newest && newest.version > version && (
        <Notice
          title={t('newer')}
          action={
            <ButtonLink href={paths.protocol(newest.id)}>
              {t('readNewest', { version: newest.version })}
            </ButtonLink>
          }
        >
          {t('newerLead', { version })}
        </Notice>
      )}
    </>
  )
}
