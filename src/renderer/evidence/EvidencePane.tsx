import { evidenceText } from '../../catalogue/window/evidence'
import { reviewRoomText } from '../../catalogue/window/reviewRoom'
import { useId, useMemo, useState, type ReactNode } from 'react'
import type { Assessment } from '../../story/assessment/assessment'
import type { FoundPlace } from '../../story/assessment/capturedText'
import { GROUND_RULES_WORDS, shownSource, SOURCE_KIND_WORDS, sourceBook, type Source } from '../../story/desk/source'
import type { Evidence } from '../../story/ledger/fact'
import { useNewsroom } from '../state'
import { EvidenceTabs, type EvidenceTab } from './EvidenceTabs'
import { EvidenceViewer } from './EvidenceViewer'
import { ViewerTools } from './ViewerTools'
import './viewer.css'

const FOUND = 'found'

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
  const panel = useId()
  const [chosen, setChosen] = useState(first)
  const foundKey = found ? JSON.stringify([found.place.file, found.place.locator, found.place.from]) : undefined
  const [foundLeft, setFoundLeft] = useState<string>()
  const isFound = foundKey !== undefined && foundLeft !== foundKey
  const item = fact.evidence.find(({ id }) => id === chosen) ?? fact.evidence[0]
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
  ]
  const selected = isFound ? FOUND : item?.id
  const select = (id: string): void => {
    setFoundLeft(id === FOUND ? undefined : foundKey)
    if (id !== FOUND) setChosen(id)
  }
  return (
    <>
      <div className="evidence-head">
        <EvidenceTabs tabs={tabs} selected={selected} panel={panel} onSelect={select} />
        {actions}
      </div>
      <div
        id={panel}
        className="evidence-panel"
        {...(selected === undefined ? {} : { role: 'tabpanel', 'aria-labelledby': `${panel}-${selected}` })}
      >
        {isFound && found ? (
          <EvidenceViewer
            of={`${fact.id} ${foundKey}`}
            evidence={found.place}
            marks={{ words: found.place.words, found: found.place, onFound: found.onFound }}
            about={aboutSource(sources.get(found.source), found.place.fileName)}
            strip={strip}
          />
        ) : item ? (
          <Item item={item} fact={fact} source={sources.get(item.source)} strip={strip} />
        ) : (
          <>
            {strip}
            {empty}
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
}: {
  readonly item: Evidence
  readonly fact: Assessment
  readonly source: Source | undefined
  readonly strip: ReactNode
}) {
  const about = aboutSource(source, item.fileName)
  const { excerpt, file } = item
  const above = (
    <>
      {strip}
      {excerpt || item.stance === 'contradicts' ? (
        <p className="evidence-excerpt">
          {item.stance === 'contradicts' ? (
            <span className="backup-against">{reviewRoomText('reviewRoom.contradicts')} </span>
          ) : null}
          {excerpt ? (
            <q className="serif" dir="auto">
              {excerpt}
            </q>
          ) : null}
        </p>
      ) : null}
    </>
  )
  if (file !== undefined)
    return (
      <EvidenceViewer
        of={`${fact.id} ${item.id} ${item.locator} ${excerpt ?? ''}`}
        evidence={{ ...item, file }}
        marks={{ words: fact.words, ...(excerpt ? { excerpt } : {}) }}
        about={about}
        strip={above}
      />
    )
  return (
    <>
      <ViewerTools about={about} />
      {above}
      <p className="viewer-note soft">{evidenceText('evidencePane.noFile', { locator: item.locator })}</p>
    </>
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
