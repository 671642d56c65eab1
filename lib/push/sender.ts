import { origin } from '@/lib/auth/origin'
import { mailFrom } from '@/lib/env'

/** Whom a push service may turn to about us (RFC 8292, 2.1): the site where it is of the web, else whoever mails for it. */
export function senderOfPushes(site: string = origin()): string {
  if (site.startsWith('https:')) return site
  const from = mailFrom(new URL(site).hostname)
  return `mailto:${/<([^<>]+)>/.exec(from)?.[1] ?? from}`
}
