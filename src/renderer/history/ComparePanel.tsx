import { blockRoleWords } from '../../story/copy/describePlace'
import { historyText } from '../../catalogue/window/history'
import { useEffect, useState } from 'react'
import type { BlockChange, Comparison, FactChange, FactSide } from '../../story/requests/comparison'
import { STATUS_WORDS, TYPE_WORDS } from '../../story/ledger/facts/fact'
import type { SnapshotLine } from '../../story/requests/snapshotLine'
import { FieldItem } from './FieldItem'
import { useRestoreSnapshot } from './useRestoreSnapshot'
import { comparisonWords, snapshotName } from './snapshotWords'
import { Button, CheckField, SelectField, Problem } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'
import { StatusMark } from '../facts/Status'
import { pick, useClose, useNewsroom, usePanels, useStory, useStoryReadOnly, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'
import './compare.css'
import { defined } from '../../story/text/defined'
import { fullTime } from '../facts/shortTime'
import { ChangedWords } from '../facts/ChangedWords'

/** Compares two snapshots of the open story: words, facts and fields. Offers to put the earlier one back. */
export function ComparePanel() {
  const story = useStory(pick('id', 'session'))
  const overlay = usePanels(({ overlay }) => overlay)
  return story && overlay?.kind === 'compare' ? (
    <Compare story={story} first={overlay.from} second={overlay.to} published={overlay.version} />
  ) : null
}

const NOW = 'now'

function Compare({
  story,
  first,
  second,
  published,
}: {
  readonly story: StoryPart<'id' | 'session'>
  readonly first: number
  readonly second: number | undefined
  /** The published version whose words the first snapshot has. */
  readonly published: number | undefined
}) {
  const { act } = useWindowServices().newsroom
  const person = useNewsroom(({ person }) => person)
  const readOnly = useStoryReadOnly()
  const close = useClose()
  const restore = useRestoreSnapshot(story)
  const [from, setFrom] = useState(first)
  const [to, setTo] = useState(second)
  const [fields, setFields] = useState(false)
  const [snapshots, setVersions] = useState<readonly SnapshotLine[]>([])
  const [compared, setCompared] = useState<Comparison>()
  const [problem, setProblem] = useState<string>()
  const { id } = story

  useEffect(() => {
    let gone = false
    void act('version.list', { story: id }).then((outcome) => {
      if (!gone && outcome.ok) setVersions(outcome.value.versions.filter(({ trouble }) => trouble === undefined))
    })
    return () => {
      gone = true
    }
  }, [act, id])
  useEffect(() => {
    let gone = false
    void act('version.compare', { story: id, from, ...defined({ to }) }).then((outcome) => {
      if (gone) return
      setCompared(outcome.ok ? outcome.value : undefined)
      setProblem(outcome.ok ? undefined : outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, id, from, to])

  const options = snapshots.map((snapshot) => ({
    value: String(snapshot.n),
    label: `${
      published !== undefined && snapshot.n === first
        ? historyText('comparePanel.version', { version: published })
        : `${snapshot.n} · ${snapshotName(snapshot)}`
    } · ${fullTime(snapshot.at)}`,
  }))
  const version = from === first ? published : undefined
  const putBack = async (): Promise<void> => {
    if (await restore(from, fields)) close()
  }
  const writable = readOnly === undefined && person !== undefined

  return (
    <Dialog
      title={
        published === undefined
          ? historyText('comparePanel.compareKeptStates')
          : historyText('comparePanel.compareVersion', { version: published })
      }
      place="side"
      width="wide"
      onClose={close}
      foot={
        writable ? (
          <>
            <CheckField
              label={historyText('comparePanel.fieldsToo')}
              checked={fields}
              onChange={(event) => setFields(event.target.checked)}
            />
            <Button look={published === undefined ? 'primary' : 'quiet'} onClick={() => void putBack()}>
              {version === undefined
                ? historyText('comparePanel.putStateBack', { from })
                : historyText('comparePanel.putVersionBack', { version })}
            </Button>
          </>
        ) : undefined
      }
    >
      <div className="compare-choice">
        <SelectField
          label={historyText('comparePanel.from')}
          autoFocus
          value={String(from)}
          options={options}
          onChange={(event) => setFrom(Number(event.target.value))}
        />
        <SelectField
          label={historyText('comparePanel.to')}
          value={to === undefined ? NOW : String(to)}
          options={[{ value: NOW, label: historyText('comparePanel.copyStandsNow') }, ...options]}
          onChange={(event) => setTo(event.target.value === NOW ? undefined : Number(event.target.value))}
        />
      </div>
      <Problem text={problem} />
      {compared ? <Compared comparison={compared} /> : null}
    </Dialog>
  )
}

function Compared({ comparison }: { readonly comparison: Comparison }) {
  const { blocks, facts, fields } = comparison
  return (
    <div className="compared">
      <p className="compared-sum" role="note">
        {comparisonWords(comparison)}
      </p>
      {facts.length > 0 ? (
        <section aria-label={historyText('comparePanel.factsDiffer')}>
          <h3 className="panel-title">{historyText('comparePanel.facts')}</h3>
          <ul className="compared-list">
            {facts.map((fact) => (
              <FactItem key={fact.id} fact={fact} />
            ))}
          </ul>
        </section>
      ) : null}
      {fields.length > 0 ? (
        <section aria-label={historyText('comparePanel.fieldsDiffer')}>
          <h3 className="panel-title">{historyText('comparePanel.fields')}</h3>
          <ul className="compared-list">
            {fields.map((field) => (
              <FieldItem key={field.field} change={field} />
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-label={historyText('comparePanel.words')}>
        <h3 className="panel-title">{historyText('comparePanel.words')}</h3>
        <div className="compared-copy word-diff" dir="auto">
          {stretchesOf(blocks).map((stretch, index) => (
            <Stretch key={index} blocks={stretch} />
          ))}
        </div>
      </section>
    </div>
  )
}

/** Groups unchanged blocks that follow each other. */
function stretchesOf(blocks: readonly BlockChange[]): readonly (readonly BlockChange[])[] {
  const stretches: BlockChange[][] = []
  for (const block of blocks) {
    const last = stretches.at(-1)
    if (block.kind === 'same' && last?.[0]?.kind === 'same') last.push(block)
    else stretches.push([block])
  }
  return stretches
}

const FEW = 2

function Stretch({ blocks }: { readonly blocks: readonly BlockChange[] }) {
  const [open, setOpen] = useState(false)
  const folded = !open && blocks.length > FEW && blocks[0]?.kind === 'same'
  if (folded)
    return (
      <button type="button" className="compared-fold" aria-expanded="false" onClick={() => setOpen(true)}>
        {historyText('comparePanel.grafsSame', { count: blocks.length })}
      </button>
    )
  return blocks.map((block, index) => <BlockItem key={index} block={block} />)
}

function BlockItem({ block }: { readonly block: BlockChange }) {
  const { kind, role, roleBefore, runs } = block
  return (
    <div className="compared-block" data-kind={kind} data-role={role}>
      {kind === 'moved' ? <span className="compared-note">{historyText('comparePanel.movedHere')}</span> : null}
      {roleBefore === undefined ? null : (
        <span className="compared-note">
          {historyText('comparePanel.wasIs', { roleBefore: blockRoleWords(roleBefore), role: blockRoleWords(role) })}
        </span>
      )}
      <p>
        <ChangedWords runs={runs} />
      </p>
    </div>
  )
}

const FactItem = ({ fact: { before, after } }: { readonly fact: FactChange }) => (
  <li>
    <p className="compared-words">{after?.text || before?.text}</p>
    <p className="compared-turn">
      {before ? <Side side={before} /> : <span>{historyText('comparePanel.tagged')}</span>}{' '}
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">{historyText('comparePanel.became')}</span>{' '}
      {after ? <Side side={after} /> : <span>{historyText('comparePanel.gone')}</span>}
    </p>
    {before && after && before.text !== after.text ? (
      <p className="word-diff">
        <del>{before.text}</del>
        <ins>{after.text}</ins>
      </p>
    ) : null}
  </li>
)

const Side = ({ side: { status, type } }: { readonly side: FactSide }) => (
  <span className="compared-side">
    <StatusMark status={status} /> {STATUS_WORDS[status]} <span className="soft">{TYPE_WORDS[type].toLowerCase()}</span>
  </span>
)
