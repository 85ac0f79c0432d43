import { evidenceText } from '../../../catalogue/window/evidence'
import { useContext, useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { CapturedPart } from '../../../story/assessment/copy/capturedText'
import { excerptIn, piecesOf } from '../../../checks/evidence/findText'
import { secondsOf, type LocatorPlace } from '../../../checks/evidence/locatorPlace'
import { defined } from '../../../story/text/defined'
import { Problem } from '../../ui'
import { FileThere } from '../FileThere'
import { GrafList } from './GrafList'
import { excerptPlaces, findAcross, findSought, soughtFor, type AcrossTwo, type Marks, type TextMark } from './marks'
import { TextInViewContext } from '../passage/passage'
import { useCapturedText } from '../useCapturedText'
import { timed } from '../files/useCompanion'
import { FindField, findStatus, ViewerTools } from './ViewerTools'

export interface TextViewProps {
  readonly sha256: string
  readonly name: string
  /** What is shown: another fact, another piece of evidence or another place goes back to its graf. */
  readonly of: string
  /** Only the words of the file are shown, not its look: a saved web page or a Word document. */
  readonly wordsOnly: boolean
  readonly place: LocatorPlace
  readonly marks: Marks
  readonly about: string
  readonly strip?: ReactNode
  /** A transcript: times that are written into its lines count too. */
  readonly timed?: boolean
  /** The graf that is heard now. */
  readonly playing?: number | undefined
  /** Called with the lines once they are read. */
  readonly onParts?: (parts: readonly CapturedPart[]) => void
  /** Plays from the time of a line, in seconds. */
  readonly onTime?: (seconds: number) => void
}

/**
 * Shows the words of text, Markdown as written, captions, a saved page, mail or a Word document, as the library's owner
 * reads them: what is searched is what is shown. Numbers the grafs and marks the place that the locator names.
 */
export function TextView(props: TextViewProps) {
  const { sha256, name, about, strip, timed: isTimed = false, onParts } = props
  const { read, problem } = useCapturedText(sha256, name)
  const written = read?.text?.parts
  const parts = useMemo(() => (written && isTimed ? timed(written) : (written ?? [])), [written, isTimed])
  useEffect(() => onParts?.(parts), [onParts, parts])
  if (parts.length > 0) return <Grafs key={props.of} {...props} parts={parts} shortened={read?.shortened === true} />
  return (
    <>
      <ViewerTools about={about} />
      {strip}
      {problem !== undefined || read ? <FileThere /> : null}
      {problem !== undefined ? (
        <Problem text={problem} />
      ) : !read ? (
        <p className="viewer-note soft">{evidenceText('textView.opening')}</p>
      ) : (
        <p className="viewer-note viewer-problem">
          {evidenceText(read.text ? 'textView.thereNoWordsFile' : 'evidenceViewer.filesKindCannotShown')}
        </p>
      )}
    </>
  )
}

/** A hit: the index of its part, and which of the hits there it is, from 0. `across`: it goes on in the next part. */
interface Hit {
  readonly part: number
  readonly nth: number
  readonly across?: AcrossTwo
}

function Grafs({
  parts,
  shortened,
  wordsOnly,
  place,
  marks,
  about,
  strip,
  playing,
  onTime,
}: TextViewProps & { readonly parts: readonly CapturedPart[]; readonly shortened: boolean }) {
  const own = marks.found?.words ?? marks.words
  const [text, setText] = useState(own)
  const [chosen, setChosen] = useState<number>()
  const sought = useDeferredValue(useMemo(() => soughtFor(text, own), [text, own]))
  const { paragraph, time } = place
  const { found, excerpt = '' } = marks
  // By what they say: another state of the story brings other objects, and the text must not jump for them.
  const named = useMemo(
    () => namedParts(parts, defined({ paragraph, time }), defined({ found, excerpt })),
    [parts, paragraph, time, found, excerpt],
  )
  const hits = useMemo(() => findHits(parts, sought), [parts, sought])
  const at = chosen ?? firstHit(hits, { parts, sought, named, excerpt })
  const hit = hits[at]
  const across = useMemo(() => marksAcross(hits, hit), [hits, hit])
  const [first] = named
  const index = found && chosen === undefined ? first : (hit?.part ?? first)
  const seen = useMemo(() => ({ parts, hit, named, index }), [parts, hit, named, index])

  const shownRef = useContext(TextInViewContext)
  useEffect(() => {
    const inOne = hit?.across ? undefined : hit
    const range = inOne && findSought(sought, parts[inOne.part]?.text ?? '')[inOne.nth]
    shownRef.current = { kind: 'grafs', parts, here: range && { ...range, part: inOne.part } }
    return () => {
      shownRef.current = null
    }
  }, [shownRef, parts, sought, hit])
  const heard = playing === undefined ? undefined : parts.findIndex(({ graf }) => graf === playing)
  const step = (direction: 1 | -1): void => setChosen((at + direction + hits.length) % hits.length)
  return (
    <>
      <ViewerTools
        about={about}
        find={
          <FindField
            text={text}
            onText={(next) => {
              setText(next)
              setChosen(undefined)
            }}
            status={sought.text.length < 2 ? '' : findStatus(at, hits.length, true)}
            onStep={hits.length > 0 ? step : undefined}
          />
        }
      />
      {strip}
      <FileThere />
      {wordsOnly ? <p className="viewer-note soft">{evidenceText('textView.wordsSavedPageNothing')}</p> : null}
      <GrafList
        parts={parts}
        look={(index) => ({
          ...{ marks, sought, onTime },
          isNamed: named.has(index),
          here: hit?.part === index && !hit.across ? hit.nth : undefined,
          across: across.get(index) ?? NO_MARKS,
          isPlaying: index === heard,
        })}
        seen={seen}
        heard={heard}
      />
      {shortened ? <p className="viewer-note soft">{evidenceText('textView.onlyBeginningShownAll')}</p> : null}
    </>
  )
}

const NO_MARKS: readonly TextMark[] = []
/** Nobody steps through more. */
const MOST_HITS = 500

function findHits(parts: readonly CapturedPart[], sought: ReturnType<typeof soughtFor>): readonly Hit[] {
  const hits: Hit[] = []
  for (const [part, { text, time }] of parts.entries()) {
    hits.push(...findSought(sought, text).map((_, nth) => ({ part, nth })))
    const next = parts[part + 1]
    // Cues cut what is said wherever a line is full. A graf of a text ends where its writer ended it.
    const across = time === undefined || next?.time === undefined ? undefined : findAcross(sought, text, next.text)
    if (across) hits.push({ part, nth: -1, across })
    if (hits.length >= MOST_HITS) break
  }
  return hits
}

/** The marks of the hits that go on in the next part, by the index of the part that they are in. */
function marksAcross(hits: readonly Hit[], here: Hit | undefined): ReadonlyMap<number, readonly TextMark[]> {
  const marks = new Map<number, TextMark[]>()
  const add = (part: number, mark: TextMark): void => void marks.set(part, [...(marks.get(part) ?? []), mark])
  for (const hit of hits) {
    if (!hit.across) continue
    const look = hit === here ? 'here' : 'hit'
    add(hit.part, { ...hit.across.end, look })
    add(hit.part + 1, { ...hit.across.start, look })
  }
  return marks
}

/**
 * The number of the hit to begin with: the first one inside the excerpt, else the first in the grafs that the locator
 * names, else the first of all.
 */
function firstHit(
  hits: readonly Hit[],
  {
    parts,
    sought,
    named,
    excerpt,
  }: {
    readonly parts: readonly CapturedPart[]
    readonly sought: ReturnType<typeof soughtFor>
    readonly named: ReadonlySet<number>
    readonly excerpt: string
  },
): number {
  const isNamed = ({ part }: Hit): boolean => named.has(part)
  const isInExcerpt = ({ part, nth, across }: Hit): boolean => {
    const text = parts[part]?.text ?? ''
    const words = across?.end ?? findSought(sought, text)[nth]
    return (
      words !== undefined && excerptPlaces(excerpt, text).some(({ from, to }) => from < words.to && words.from < to)
    )
  }
  const inExcerpt = excerpt === '' ? -1 : hits.findIndex((hit) => isNamed(hit) && isInExcerpt(hit))
  return inExcerpt >= 0 ? inExcerpt : Math.max(hits.findIndex(isNamed), 0)
}

/**
 * The indexes of the grafs that the locator names by number or by timecode. Of an excerpt over several grafs: all of
 * them. A locator that names none: those that hold the excerpt.
 */
function namedParts(
  parts: readonly CapturedPart[],
  place: LocatorPlace,
  { found, excerpt = '' }: Pick<Marks, 'found' | 'excerpt'>,
): Set<number> {
  const graf = found?.graf ?? grafAt(place, parts)
  const first = graf === undefined ? -1 : parts.findIndex((part) => part.graf === graf)
  const pieces = piecesOf(excerpt)
  if (found || pieces.length === 0) return new Set(first < 0 ? [] : [first])
  if (first < 0) {
    const holding = parts.findIndex(({ text }) => excerptIn(excerpt, text).length > 0)
    return new Set(holding < 0 ? [] : [holding])
  }
  const named = new Set([first])
  // The excerpt goes on in the grafs behind.
  for (let index = first; index < first + pieces.length && index < parts.length; index++)
    if (pieces.some((piece) => excerptIn(piece, parts[index]?.text ?? '').length > 0)) named.add(index)
  return named
}

/** The graf that a locator names by its number, or by its timecode. */
function grafAt({ paragraph, time }: LocatorPlace, parts: readonly CapturedPart[]): number | undefined {
  if (paragraph !== undefined) return paragraph
  if (time === undefined) return undefined
  return parts.findLast((part) => part.time !== undefined && (secondsOf(part.time) ?? Infinity) <= time)?.graf
}
