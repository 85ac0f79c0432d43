import { evidenceText } from '../../catalogue/window/evidence'
import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { Paperclip, Pencil, Undo2 } from 'lucide-react'
import { useId, useMemo, useState, type ReactNode } from 'react'
import type { Assessment } from '../../story/assessment/assessment'
import type { FoundPlace } from '../../story/assessment/copy/capturedText'
import { GROUND_RULES_WORDS, shownSource, SOURCE_KIND_WORDS, sourceBook, type Source } from '../../story/desk/source'
import type { Evidence } from '../../story/ledger/facts/fact'
import { pick, useNewsroom, useNotice, usePanels, useStory } from '../state'
import type { StoryFileRead } from '../state/stores/panels'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { useShown } from '../state/hooks/useShown'
import { useWindowServices } from '../state/windowServices'
import { returnAfter } from '../verdicts/focusFact'
import { keyWhileFileOpens, partKey } from '../verdicts/lookKey'
import { Button } from '../ui'
import { defined } from '../../story/text/defined'
import { changedFrom } from './changedFrom'
import { EvidenceTabs, type EvidenceTab } from './EvidenceTabs'
import { EvidenceViewer } from './viewer/EvidenceViewer'
import { FileThereContext, useFileThere } from './FileThere'
import { wordsToFind } from './viewer/marks'
import { StoryFilesList, StoryFilesMenu } from './files/StoryFiles'
import { useTake, type ExcerptTaking } from './passage/useTake'
import { ViewerTools } from './viewer/ViewerTools'
import './viewer/viewer.css'

const FOUND = 'found'
const READING = 'reading'

export interface EvidencePaneProps {
  readonly fact: Assessment
  /** The piece of evidence to begin with. Without it the first one. */
  readonly first?: string | undefined
  /** The place of the previous source, which is shown before the evidence. */
  readonly found?:
    | {
        readonly source: string
        readonly place: FoundPlace
        readonly onFound: (mark: Element | null) => void
      }
    | undefined
  /** What stands between the tools and what is shown. */
  readonly strip?: ReactNode
  /** Buttons behind the tabs. */
  readonly actions?: ReactNode
  /** What is shown when the fact has no evidence. */
  readonly empty: ReactNode
}

/** The evidence of a fact: a tab for each piece, and the selected one with its file at its place. Keyed by the fact. */
export function EvidencePane({ fact, first, found, strip, actions, empty }: EvidencePaneProps) {
  const desk = useNewsroom(({ desk }) => desk)
  const sources = useMemo(() => sourceBook(desk.sources), [desk.sources])
  const story = useStory(({ id }) => id)
  const { panels } = useWindowServices()
  const panel = useId()
  const taking = useTake(fact)
  const read = usePanels(({ reading }) => reading)
  const reading = read?.story === story && !fact.evidence.some(({ file }) => file === read?.file) ? read : null
  const piece = usePanels(({ piece }) => piece)
  const chosen = (piece?.fact === fact.id ? piece.evidence : undefined) ?? first ?? fact.evidence[0]?.id ?? READING
  const foundKey = found ? JSON.stringify([found.place.file, found.place.locator, found.place.from]) : undefined
  const [foundLeft, setFoundLeft] = useState<string>()
  const isFound = foundKey !== undefined && foundLeft !== foundKey
  const nameOf = (source: string): string => {
    const known = sources.get(source)
    return known ? shownSource(known, desk.sources) : reviewRoomText('reviewRoom.sourceNoLongerBook')
  }
  const tabs: readonly EvidenceTab[] = [
    ...(found
      ? [{ id: FOUND, title: nameOf(found.source), locator: found.place.locator, kind: 'found' as const }]
      : []),
    ...fact.evidence.map(({ id, source, locator, file, stance }): EvidenceTab => ({
      id,
      title: nameOf(source),
      locator,
      kind: stance === 'contradicts' ? 'contradicts' : file === undefined ? 'words' : 'file',
    })),
    ...(reading
      ? [
          {
            id: READING,
            title: nameOf(reading.source),
            locator: evidenceText('evidencePane.notAttached'),
            kind: 'reading' as const,
          },
        ]
      : []),
  ]
  // A piece that was changed is another one, in the same place.
  const known = tabs.find(({ id }) => id === chosen && id !== FOUND) ?? tabs.find(({ id }) => id !== FOUND)
  const selected = isFound ? FOUND : known?.id
  const item = fact.evidence.find(({ id }) => id === selected)
  const [isThere, changeThere] = useFileThere()
  const part = item ? partKey(fact, item.id) : null
  const isOpen = item?.file === undefined || isThere
  const shown = useShown(panels.attention.piece, part === null || isOpen ? part : keyWhileFileOpens(part))
  const select = (id: string): void => {
    setFoundLeft(id === FOUND ? undefined : foundKey)
    if (id !== FOUND) panels.store.setState({ piece: { fact: fact.id, evidence: id } })
  }
  const readFile = (file: StoryFileRead): void => {
    panels.store.setState({ reading: file })
    const own = fact.evidence.find((one) => one.file === file.file)
    select(own?.id ?? READING)
  }
  return (
    <>
      <div className="evidence-head">
        <EvidenceTabs tabs={tabs} selected={selected} panel={panel} onSelect={select} />
        <StoryFilesMenu nameOf={nameOf} onRead={readFile} />
        {actions}
      </div>
      <div
        ref={shown}
        id={panel}
        className="evidence-panel"
        {...(selected === undefined ? {} : { role: 'tabpanel', 'aria-labelledby': `${panel}-${selected}` })}
      >
        {selected === FOUND && found ? (
          <EvidenceViewer
            source={found.source}
            of={`${fact.id} ${foundKey}`}
            evidence={found.place}
            marks={{ words: found.place.words, found: found.place, onFound: found.onFound }}
            about={aboutSource(sources.get(found.source), found.place.fileName)}
            strip={strip}
            onTake={
              taking &&
              ((passage, file) =>
                taking.intoNew({ source: found.source, fileName: found.place.fileName }, passage, file))
            }
          />
        ) : item ? (
          <FileThereContext value={changeThere}>
            <Item item={item} fact={fact} source={sources.get(item.source)} strip={strip} taking={taking} />
          </FileThereContext>
        ) : selected === READING && reading ? (
          <EvidenceViewer
            source={reading.source}
            of={`${fact.id} ${reading.file}`}
            evidence={{ ...reading, locator: '' }}
            marks={{ words: wordsToFind(fact.words) }}
            about={aboutSource(sources.get(reading.source), reading.fileName)}
            strip={strip}
            onTake={taking && ((passage, file) => taking.intoNew(reading, passage, file))}
          />
        ) : (
          <>
            {strip}
            {empty}
            <StoryFilesList nameOf={nameOf} onRead={readFile} />
          </>
        )}
      </div>
    </>
  )
}

function Item({
  item,
  fact,
  source,
  strip,
  taking,
}: {
  readonly item: Evidence
  readonly fact: Assessment
  readonly source: Source | undefined
  readonly strip: ReactNode
  readonly taking: ExcerptTaking | undefined
}) {
  const about = aboutSource(source, item.fileName)
  const { excerpt, note, file } = item
  const above = (
    <>
      {strip}
      <div className="evidence-excerpt">
        <p>
          {item.stance === 'contradicts' ? (
            <span className="backup-against">{reviewRoomText('reviewRoom.contradicts')} </span>
          ) : null}
          {excerpt ? (
            <q className="serif" dir="auto">
              {excerpt}
            </q>
          ) : (
            <span className="soft">
              {evidenceText(file === undefined ? 'evidencePane.noExcerptNoFile' : 'evidencePane.noExcerpt')}
            </span>
          )}
          {note ? (
            <span className="evidence-note soft" dir="auto">
              {evidenceText('evidencePane.note', { note })}
            </span>
          ) : null}
        </p>
        {taking ? <ChangeItem item={item} fact={fact} /> : null}
      </div>
    </>
  )
  if (file !== undefined)
    return (
      <EvidenceViewer
        source={item.source}
        of={`${fact.id} ${item.id}`}
        evidence={{ ...item, file }}
        marks={{ words: wordsToFind(fact.words), ...(excerpt ? { excerpt } : {}) }}
        about={about}
        strip={above}
        missing={
          taking ? <AttachFile item={item} fact={fact} label={evidenceText('evidencePane.attachAgain')} /> : undefined
        }
        onTake={taking && ((passage) => taking.intoEvidence(item, passage))}
      />
    )
  return (
    <>
      <ViewerTools about={about} />
      {above}
      {taking ? <AttachFile item={item} fact={fact} label={evidenceText('evidencePane.attachFile')} /> : null}
    </>
  )
}

/** Opens the form that completes a piece of evidence with its file. */
function AttachFile({
  item,
  fact,
  label,
}: {
  readonly item: Evidence
  readonly fact: Assessment
  readonly label: string
}) {
  const { panels } = useWindowServices()
  return (
    <p className="viewer-note">
      <Button
        icon={<Paperclip aria-hidden="true" />}
        onClick={() => panels.open({ kind: 'changeEvidence', fact: fact.id, evidence: item.id, attach: true })}
      >
        {label}
      </Button>
    </p>
  )
}

/** Opens the form that changes a piece of evidence, and undoes this person's last change of it. */
function ChangeItem({ item, fact }: { readonly item: Evidence; readonly fact: Assessment }) {
  const { panels, newsroom } = useWindowServices()
  const story = useStory(pick('id', 'entries'))
  const person = useNewsroom(({ person }) => person)
  const { check, announce } = useNotice()
  const before = useMemo(
    () => story && changedFrom(story.entries, fact.id, item.id, person),
    [story, fact.id, item.id, person],
  )
  const once = useOneAtATime()
  const undo = async (was: Evidence): Promise<void> => {
    const goBack = returnAfter(fact.id)
    const { locator, stance, excerpt = '', note = '', file = '', fileName } = was
    const request = {
      ...{ story: story?.id ?? '', fact: fact.id, evidence: item.id, locator, stance, excerpt, note },
      ...(file === (item.file ?? '') ? {} : { file, ...defined({ fileName }) }),
    }
    const changed = check(await newsroom.act('fact.editEvidence', request))
    if (!changed) return
    panels.store.setState({ piece: { fact: fact.id, evidence: changed.id } })
    // The button is gone with the change.
    goBack()
    announce(evidenceText('changeEvidence.undone'))
  }
  return (
    <span className="evidence-acts">
      {before ? (
        <Button look="plain" icon={<Undo2 aria-hidden="true" />} onClick={() => void once(() => undo(before))}>
          {evidenceText('changeEvidence.undo')}
        </Button>
      ) : null}
      <Button
        look="plain"
        icon={<Pencil aria-hidden="true" />}
        onClick={() => panels.open({ kind: 'changeEvidence', fact: fact.id, evidence: item.id })}
      >
        {evidenceText('changeEvidence.open')}
      </Button>
    </span>
  )
}

/** File, kind and ground rules: “deal.pdf · Document · on the record”. */
function aboutSource(source: Source | undefined, fileName = ''): string {
  if (!source) return fileName
  return [
    fileName,
    SOURCE_KIND_WORDS[source.kind],
    GROUND_RULES_WORDS[source.groundRules].toLowerCase(),
    source.protected ? reviewRoomText('reviewRoom.protected') : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
