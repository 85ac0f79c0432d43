import { changedWords } from '../../../review/changedWords'

/**
 * Old words against new ones. Changes are blue, struck or underlined. Green and red are kept for the status of facts.
 */
export const WordDiff = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <span className="word-diff serif" dir="auto">
    {changedWords(before, after).map((run, index) => {
      if (run.kind === 'removed') return <del key={index}>{run.text}</del>
      return run.kind === 'added' ? <ins key={index}>{run.text}</ins> : <span key={index}>{run.text}</span>
    })}
  </span>
)
