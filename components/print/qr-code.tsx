import { qrPath } from '@/lib/format/paper/qr'

/** A QR code as one path. `label` says where it leads; the address itself should stand beside it in words. */
export function QrCode({ value, label }: { value: string; label: string }) {
  const { path, size } = qrPath(value)
  return (
    <svg
      className="qr"
      viewBox={`-2 -2 ${size + 4} ${size + 4}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M-2-2h${size + 4}v${size + 4}h-${size + 4}z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}
