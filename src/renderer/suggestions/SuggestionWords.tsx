import { describeSuggestion, type Suggestion } from '../../story/copy/suggestions/suggestion'

/** A person who accepts a suggestion reads all of it. Longer ones are read in the copy. */
const LONGEST = 4_000

/** Old words struck, new ones underlined. Says what changes besides words. */
export function SuggestionWords({ suggestion }: { readonly suggestion: Suggestion }) {
  const { inserted, deleted, changes } = suggestion
  const words = (text: string): string => {
    const line = text.replaceAll('\n', ' ¶ ').trim()
    return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
  }
  const others = describeSuggestion({
    changes: changes.filter(({ kind }) => kind !== 'insert' && kind !== 'delete'),
    inserted: '',
    deleted: '',
  })
  if (words(deleted) === '' && words(inserted) === '') return <>{describeSuggestion(suggestion)}</>
  return (
    <>
      {words(deleted) === '' ? null : (
        <>
          <del>{words(deleted)}</del>{' '}
        </>
      )}
      {words(inserted) === '' ? null : <ins>{words(inserted)}</ins>}
      {others === '' ? null : <span className="suggestion-others"> {others}</span>}
    </>
  )
}
