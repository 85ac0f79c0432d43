import { sheetText } from '../../../catalogue/writing/sheet'
import { useEffect, useState } from 'react'
import { GitCompareArrows } from 'lucide-react'
import type { BlockView, StoryView } from '../../../story/requests/requests'
import { pick, useClose, usePanels, useStory } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { Button, Problem } from '../../ui'
import { Dialog } from '../../ui/dialogs/Dialog'
import { shortTime } from '../../facts/shortTime'
import { bylineLine } from '../slug/slugLineText'
import './publishedVersion.css'

/** The words of the version that readers have, as they were published. Nothing in it can be changed. */
export function PublishedVersion() {
  const story = useStory(pick('id'))
  const overlay = usePanels(({ overlay }) => overlay)
  return story && overlay?.kind === 'version' ? <Shown story={story.id} {...overlay} /> : null
}

interface ShownProps {
  readonly story: string
  /** Its snapshot. */
  readonly n: number
  readonly version: number
  /** ISO 8601 instant. */
  readonly at: string
}

function Shown({ story, n, version, at }: ShownProps) {
  const { act } = useWindowServices().newsroom
  const { open } = useWindowServices().panels
  const close = useClose()
  const [view, setView] = useState<StoryView>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let gone = false
    void act('version.show', { story, n }).then((outcome) => {
      if (gone) return
      setView(outcome.ok ? outcome.value : undefined)
      setProblem(outcome.ok ? undefined : outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, story, n])
  return (
    <Dialog
      title={sheetText('versions.version', { version })}
      description={sheetText('versions.asPublished', { at: shortTime(at) })}
      place="side"
      onClose={close}
      foot={
        <Button
          icon={<GitCompareArrows aria-hidden="true" />}
          onClick={() => open({ kind: 'compare', from: n, version })}
        >
          {sheetText('versions.compareNow')}
        </Button>
      }
    >
      <Problem text={problem} />
      {view ? <Words view={view} /> : null}
    </Dialog>
  )
}

/** Set like the sheet. */
function Words({ view }: { readonly view: StoryView }) {
  const byline = bylineLine(view.fields)
  const firstOfBody = view.blocks.findIndex(({ role }) => role !== 'headline' && role !== 'deck')
  return (
    <article
      className="published-words"
      lang={view.fields.language || undefined}
      tabIndex={0}
      aria-label={sheetText('versions.words')}
    >
      {view.blocks.map((block, index) => (
        <div key={index} className="published-block" data-role={block.role} data-level={block.level}>
          {index === firstOfBody && byline !== '' ? <p className="published-byline">{byline}</p> : null}
          <BlockWords block={block} />
        </div>
      ))}
    </article>
  )
}

function BlockWords({ block: { role, text, picture, cell } }: { readonly block: BlockView }) {
  if (role === 'headline') return <h3 dir="auto">{text}</h3>
  if (role === 'subhead') return <h4 dir="auto">{text}</h4>
  if (role === 'quote') return <blockquote dir="auto">{text}</blockquote>
  return (
    <>
      {picture ? <p className="published-picture soft">{sheetText('versions.picture', { alt: picture.alt })}</p> : null}
      <p dir="auto" data-header={cell?.header}>
        {text}
      </p>
    </>
  )
}
