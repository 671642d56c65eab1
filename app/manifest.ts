import type { MetadataRoute } from 'next'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** Installed on a phone it opens with the day, and without a signal with what the phone keeps. */
export default function manifest(): MetadataRoute.Manifest {
  const png = (size: number, purpose: 'any' | 'maskable') => ({
    ...{ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose },
  })
  return {
    name: 'Doorstep',
    short_name: 'Doorstep',
    description: text('shell')('description'),
    id: paths.today(),
    start_url: paths.today(),
    scope: '/',
    display: 'standalone',
    background_color: '#f6f1e5',
    theme_color: '#f6f1e5',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      png(192, 'any'),
      png(512, 'maskable'),
    ],
  }
}
