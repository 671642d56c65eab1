import { text } from '@/lib/format/text'

/** What an erasure takes, what it leaves and why, for those who ask and those who answer. */
export function WhatGoes() {
  const t = text('data')
  return (
    <>
      <h3 className="mt-4">{t('goes')}</h3>
      <p className="small quiet mt-1">{t('goesLead')}</p>
      <h3 className="mt-4">{t('stays')}</h3>
      <p className="small quiet mt-1">{t('staysLead')}</p>
    </>
  )
}
