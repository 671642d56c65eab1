import { runEmbedded } from '../embedded'

/** A process of its own that starts or attaches to the server of a folder, says so, and stays until ended. */
const [home = ''] = process.argv.slice(2)
try {
  const { server, started, urls } = await runEmbedded({ home, say: () => undefined })
  process.stdout.write(`${JSON.stringify({ ...server, started, url: urls.migration })}\n`)
  process.stdin.resume()
  process.stdin.once('end', () => process.exit(0))
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`)
  process.exit(1)
}
