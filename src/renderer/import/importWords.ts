import { libraryText } from '../../catalogue/window/library'
import { storiesIn, type Arrival, type Progress } from './useImports'

/** What runs now. */
export const doingWords = ({ what }: Progress): string => libraryText(`import.${what}`)

/** The name of the bar that shows how far it is. */
export const progressName = (progress: Progress): string =>
  progress.what === 'compares'
    ? libraryText('import.comparesName')
    : libraryText('import.progressName', { what: doingWords(progress) })

/** Without a chosen file the button shows no number. */
export const importWords = (taken: readonly Arrival[]): string => {
  const stories = taken.map(storiesIn)
  const count = stories.reduce((sum, one) => sum + one.count, 0)
  const merged = stories.reduce((sum, one) => sum + one.merged, 0)
  if (count === 0) return libraryText('import.title')
  if (merged === 0) return libraryText('import.stories', { count })
  return libraryText(merged === count ? 'import.merges' : 'import.storiesAndMerges', { count })
}
