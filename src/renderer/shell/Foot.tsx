import { useNewsroom, usePanels, useStory } from '../state'
import type { SaveState } from '../state'
import './foot.css'

const saidOf = (state: SaveState): string => {
  if (state === 'saved') return 'Saved'
  return state === 'saving' ? 'Saving…' : state.trouble
}

/** Saved state, words and reading time, untagged statements, who you are. Holds the window's one role=status. */
export function Foot() {
  const { person, readOnly } = useNewsroom()
  const story = useStory()
  const { showTab, open } = usePanels()
  const untagged = story ? countUntagged(story) : 0
  const said = readOnly ?? (story ? saidOf(story.saveState) : '')
  const trouble = readOnly !== undefined || (story !== null && typeof story.saveState === 'object')
  return (
    <footer className="foot">
      <span role="status" className="foot-status" data-trouble={trouble}>{said}</span>
      {story ? (
        <>
          <span>{wordsOf(story.words, story.fields.wordTarget)} · {story.minutes} min</span>
          {untagged > 0 ? <button type="button" className="foot-link" onClick={() => showTab('checks')}>{untagged === 1 ? '1 statement without a tag' : `${untagged} statements without a tag`}</button> : null}
        </>
      ) : null}
      <button type="button" className="foot-link foot-person" onClick={() => open({ kind: 'roster' })}>{person ?? 'Nobody yet'}</button>
    </footer>
  )
}

const wordsOf = (words: number, target: number): string => {
  const count = words.toLocaleString('en')
  if (target > 0) return `${count} of ${target.toLocaleString('en')} words`
  return words === 1 ? '1 word' : `${count} words`
}

const countUntagged = ({ clear }: NonNullable<ReturnType<typeof useStory>>): number =>
  [...clear.blocks, ...clear.warns].filter((finding) => finding.rule.startsWith('untagged')).length
