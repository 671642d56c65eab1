import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { pageScript } from '@/components/ui/page-script'
import { askedLocale } from '@/lib/auth/spoken'
import { languageOf } from '@/lib/domain/account/locale'
import { text } from '@/lib/format/text'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Doorstep', template: '%s – Doorstep' },
  description: text('shell')('description'),
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, address: false, email: false, date: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f1e5' },
    { media: '(prefers-color-scheme: dark)', color: '#15191c' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang={languageOf(await askedLocale())} suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: pageScript }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
