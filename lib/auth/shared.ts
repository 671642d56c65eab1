import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { now } from '@/lib/clock'
import type { ShareViewer } from '@/lib/domain/access/viewer'
import { hasTurn, takeTurn } from './limits'
import { networkOf } from './network'
import { viewerFromShareToken } from './viewer'

const shape = /^sl_[\w-]{43}$/

/**
 * The viewer of a share link. Null alike for an unknown token, one that is over or revoked, and for a network
 * that tried too many unknown ones: whoever guesses learns nothing.
 */
export const sharedViewer = cache(
  async (token: string): Promise<{ viewer: ShareViewer; expiresAt: string } | null> => {
    if (!shape.test(token)) return null
    const network = networkOf(await headers())
    if (!(await hasTurn('unknownLinkPerNetworkAndMinute', network, now()))) return null
    const opened = await viewerFromShareToken(token)
    if (!opened) await takeTurn('unknownLinkPerNetworkAndMinute', network, now())
    return opened
  },
)
