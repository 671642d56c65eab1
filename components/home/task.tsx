import type { HomeworkDraft } from '@/lib/domain/note/schema'

/** What stands over how much of it, what good looks like, when to stop. */
export type TaskWords = Record<(typeof doses)[number], string>
const doses = ['dose', 'good', 'stop'] as const

/** One task: the first sentence large, the others below, and how much of it. Also what the consultant previews. */
export function Task({
  task,
  words,
  first = false,
}: {
  task: HomeworkDraft
  words: TaskWords
  first?: boolean
}) {
  const [ask = task.exercise, ...others] = task.sentences
  const dose = doses.filter((key) => task[key] !== '')
  return (
    <div className="task">
      <p className={first ? 'ask' : 'ask ask-more'} dir="auto">
        {ask}
      </p>
      {others.map((sentence, index) => (
        <p key={index} dir="auto">
          {sentence}
        </p>
      ))}
      {dose.length > 0 && (
        <dl className="dose">
          {dose.map((key) => (
            <div key={key}>
              <dt>{words[key]}</dt>
              <dd dir="auto">{task[key]}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
