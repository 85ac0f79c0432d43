import { FileText, FolderOpen } from 'lucide-react'
import { useMemo } from 'react'
import { evidenceText } from '../../../catalogue/window/evidence'
import { pick, useStory } from '../../state'
import type { StoryFileRead } from '../../state/stores/panels'
import { Button, IconButton, Menu } from '../../ui'
import { useShowMore } from '../../ui/useShowMore'
import { filesOfStory } from './filesOfStory'

interface StoryFilesProps {
  readonly nameOf: (source: string) => string
  readonly onRead: (file: StoryFileRead) => void
}

/** A menu of the files that were captured for this story. */
export function StoryFilesMenu({ nameOf, onRead }: StoryFilesProps) {
  const story = useStory(pick('id', 'assessments'))
  return (
    <Menu
      label={evidenceText('storyFiles.name')}
      items={() => {
        const files = story ? filesOfStory(story.id, story.assessments) : []
        if (files.length === 0) return [{ id: 'none', label: evidenceText('storyFiles.none'), disabled: true }]
        const shown = files.slice(0, MOST_IN_MENU).map((file) => ({
          id: `${file.source} ${file.file}`,
          label: nameIn(file, nameOf),
          onSelect: () => onRead(file),
        }))
        const words = { shown: shown.length, count: files.length }
        const last = { id: 'last', label: evidenceText('storyFiles.last', words), disabled: true }
        return files.length > shown.length ? [...shown, last] : shown
      }}
      trigger={<IconButton label={evidenceText('storyFiles.name')} icon={<FolderOpen aria-hidden="true" />} />}
    />
  )
}

/** The last of these files, for a fact that has no evidence yet, and all on demand. */
export function StoryFilesList({ nameOf, onRead }: StoryFilesProps) {
  const story = useStory(pick('id', 'assessments'))
  const { id, assessments } = story ?? {}
  const files = useMemo(() => (id !== undefined && assessments ? filesOfStory(id, assessments) : []), [id, assessments])
  const { list, drawn, showMore } = useShowMore(files, MOST_IN_LIST)
  if (files.length === 0) return null
  return (
    <section className="story-files" aria-label={evidenceText('storyFiles.name')}>
      <h3 className="related-places-title">{evidenceText('storyFiles.read')}</h3>
      <ul ref={list}>
        {drawn.map((file) => (
          <li tabIndex={-1} key={`${file.source} ${file.file}`}>
            <Button icon={<FileText aria-hidden="true" />} onClick={() => onRead(file)}>
              {nameIn(file, nameOf)}
            </Button>
          </li>
        ))}
      </ul>
      {showMore ? (
        <Button look="plain" onClick={showMore}>
          {evidenceText('storyFiles.more', { shown: drawn.length, count: files.length })}
        </Button>
      ) : null}
    </section>
  )
}

const MOST_IN_MENU = 30
const MOST_IN_LIST = 6

const nameIn = ({ source, fileName }: StoryFileRead, nameOf: (source: string) => string): string =>
  [nameOf(source), fileName].filter(Boolean).join(' · ')
