import type { WordChange } from '../../review/changedWords'

/** Words with what changed marked. `without`: leaves out the words that were added, or those that were removed. */
export const ChangedWords = ({
  runs,
  without,
}: {
  readonly runs: readonly WordChange[]
  readonly without?: 'added' | 'removed'
}) =>
  runs.map(({ kind, text }, index) => {
    if (kind === without) return null
    if (kind === 'removed') return <del key={index}>{text}</del>
    return kind === 'added' ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>
  })
