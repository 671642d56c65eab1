'use client'
import { useForm } from '@/components/form/form-context'

/** Everything that is wrong with a text, one path a line. */
export function ImportProblems({ label }: { label: string }) {
  const problems = useForm().errorAt('problems')
  if (problems === undefined) return null
  return (
    <section aria-label={label} className="problems">
      <h2>{label}</h2>
      <ul>
        {problems.split('\n').map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </section>
  )
}
