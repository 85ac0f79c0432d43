import { useEffect, useState } from 'react'
import { showChangedGrafs } from '../../editor/view/changedGrafs'
import { isNextVersion } from '../../story/ledger/leaving/openVersion'
import { pick, useStory } from '../state'
import { useWindowServices } from '../state/windowServices'
import { publishedSnapshot } from './snapshotBefore'

/** Marks the grafs that changed since the version that readers have, while the next one is open. */
export function useChangedGrafs(): void {
  const story = useStory(pick('id', 'editor', 'copy', 'story'))
  const { act } = useWindowServices().newsroom
  const { id, editor, copy } = story ?? {}
  const standing = story?.story.ledger.standing
  const version = standing?.live && isNextVersion(standing) ? standing.version : undefined
  const [published, setPublished] = useState<{ readonly of: string; readonly texts: readonly string[] }>()
  const of = `${id} ${version}`
  useEffect(() => {
    if (id === undefined || version === undefined) return
    let gone = false
    const ask = async (): Promise<void> => {
      const timeline = await act('version.list', { story: id })
      const snapshot = timeline.ok ? publishedSnapshot(timeline.value.versions) : undefined
      if (gone || !snapshot) return
      const shown = await act('version.show', { story: id, n: snapshot.n })
      if (!gone && shown.ok) setPublished({ of, texts: shown.value.blocks.map(({ text }) => text) })
    }
    void ask()
    return () => {
      gone = true
    }
  }, [act, id, version, of])
  // The copy changes after a pause.
  useEffect(() => {
    if (editor && copy) showChangedGrafs(editor.view, published?.of === of ? published.texts : undefined)
  }, [editor, copy, published, of])
}
