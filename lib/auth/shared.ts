import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import type { ShareViewer } from '@/lib/domain/access/viewer'
import { unlessUnknown } from './unknown-link'
import { viewerFromShareToken } from './viewer'

/**
 * The viewer of a share link. Null alike for an unknown token, one that is over or revoked, and for a network
 * that tried too many unknown ones: whoever guesses learns nothing.
 */
export const sharedViewer = cache(
  async (token: string): Promise<{ viewer: ShareViewer; expiresAt: string } | null> =>
    unlessUnknown({ token, prefix: 'sl', headers: await headers() }, () => viewerFromShareToken(token)),
)
