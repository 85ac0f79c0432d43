import { evidenceText } from '../../catalogue/window/evidence'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { CapturedPart } from '../../story/assessment/capturedText'
import type { AnswerOf } from '../../story/requests/requests'
import type { LocatorPlace } from '../../checks/evidence/locatorPlace'
import { secondsOf } from '../../checks/evidence/locatorPlace'
import { TextField } from '../ui'
import { useWindowServices } from '../state/windowServices'
import { MarkedText } from './MarkedText'
import { showIn } from './showIn'
import { marksIn, type Marks } from './marks'

interface TextViewProps {
  readonly sha256: string
  readonly name: string
  /** Only the words of the file are shown, not its look: a saved web page or a Word document. */
  readonly wordsOnly: boolean
  readonly place: LocatorPlace
  readonly marks: Marks
}

/**
 * Shows the words of text, Markdown as written, captions, a saved page or a Word document, as the library's owner reads
 * them: what is searched is what is shown. Numbers the grafs and marks the place that the locator names.
 */
export function TextView({ sha256, name, wordsOnly, place, marks }: TextViewProps) {
  const { act } = useWindowServices().newsroom
  const [read, setRead] = useState<AnswerOf<'file.text'>>()
  const [problem, setProblem] = useState<string>()
  const [find, setFind] = useState('')
  const wanted = useDeferredValue(find.trim().toLowerCase())
  const here = useRef<HTMLLIElement>(null)

  useEffect(() => {
    let gone = false
    void act('file.text', { sha256, name }).then((outcome) => {
      if (gone) return
      if (outcome.ok) setRead(outcome.value)
      else setProblem(outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, sha256, name])

  const parts = read?.text?.parts ?? NO_PARTS
  const graf = marks.found?.graf ?? grafAt(place, parts)
  useEffect(() => showIn(here.current?.parentElement, here.current), [parts, graf])

  if (problem)
    return (
      <p className="problem" role="alert">
        {problem}
      </p>
    )
  if (!read) return <p className="soft">{evidenceText('textView.opening')}</p>
  if (!read.text) return <p className="viewer-trouble">{evidenceText('evidenceViewer.filesKindCannotShown')}</p>
  const shown = parts.filter(({ text }) => wanted === '' || text.toLowerCase().includes(wanted))
  return (
    <>
      <TextField
        label={evidenceText('textView.findFile')}
        hideLabel
        type="search"
        placeholder={evidenceText('textView.findFile')}
        value={find}
        onChange={(event) => setFind(event.target.value)}
      />
      {wanted === '' ? null : (
        <p className="soft" role="status">
          {evidenceText('textView.grafs', { count: shown.length })}
        </p>
      )}
      {wordsOnly ? <p className="field-hint">{evidenceText('textView.wordsSavedPageNothing')}</p> : null}
      <ol className="viewer-text serif" tabIndex={0} aria-label={evidenceText('textView.textFile')}>
        {shown.map(({ text, graf: number = 1, time }) => (
          <li
            key={number}
            ref={number === graf ? here : undefined}
            value={number}
            data-here={number === graf || undefined}
            dir="auto"
          >
            {time === undefined ? null : <span className="soft viewer-time">{time} </span>}
            {number === graf ? (
              <MarkedText text={text} marks={marksIn(text, marks)} onFirst={marks.found && marks.onFound} />
            ) : (
              text
            )}
          </li>
        ))}
      </ol>
      {read.shortened ? <p className="field-hint">{evidenceText('textView.onlyBeginningShownAll')}</p> : null}
      {parts.length === 0 ? <p className="viewer-trouble">{evidenceText('textView.thereNoWordsFile')}</p> : null}
    </>
  )
}

const NO_PARTS: readonly CapturedPart[] = []

/** The graf that a locator names by its number, or by its timecode. */
function grafAt({ paragraph, time }: LocatorPlace, parts: readonly CapturedPart[]): number | undefined {
  if (paragraph !== undefined) return paragraph
  if (time === undefined) return undefined
  return parts.findLast((part) => part.time !== undefined && (secondsOf(part.time) ?? Infinity) <= time)?.graf
}
