import { evidenceText } from '../../catalogue/window/evidence'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { TextField } from '../ui'
import { paragraphsOf } from './paragraphsOf'
import { messageOf } from '../../story/text/messageOf'

/** Bytes. Only the beginning of a longer text is shown. */
const MOST_BYTES = 4 * 1024 * 1024

interface TextViewProps {
  readonly address: string
  readonly size: number
  /** A saved web page: only its words are shown. */
  readonly page: boolean
  readonly paragraph: number | undefined
}

/**
 * Shows text, Markdown as written, or the words of a saved page. Numbers the grafs and marks the one that the locator
 * names.
 */
export function TextView({ address, size, page, paragraph }: TextViewProps) {
  const [bytes, setBytes] = useState<Uint8Array>()
  const [problem, setProblem] = useState<string>()
  const [find, setFind] = useState('')
  const wanted = useDeferredValue(find.trim().toLowerCase())
  const here = useRef<HTMLLIElement>(null)

  useEffect(() => {
    const control = new AbortController()
    fetch(`${address}?bytes=0-${MOST_BYTES - 1}`, { signal: control.signal })
      .then((answer) => answer.arrayBuffer())
      .then(
        (buffer) => setBytes(new Uint8Array(buffer)),
        (error: unknown) => {
          if (!control.signal.aborted) setProblem(evidenceText('textView.fileCouldRead', { part: messageOf(error) }))
        },
      )
    return () => control.abort()
  }, [address])

  const paragraphs = useMemo(() => (bytes ? paragraphsOf(bytes, page) : undefined), [bytes, page])
  useEffect(() => here.current?.scrollIntoView({ block: 'center' }), [paragraphs, paragraph])

  if (problem)
    return (
      <p className="problem" role="alert">
        {problem}
      </p>
    )
  if (!paragraphs) return <p className="soft">{evidenceText('textView.opening')}</p>
  const shown = paragraphs
    .map((text, index) => ({ text, number: index + 1 }))
    .filter(({ text }) => wanted === '' || text.toLowerCase().includes(wanted))
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
      {page ? <p className="field-hint">{evidenceText('textView.wordsSavedPageNothing')}</p> : null}
      <ol className="viewer-text serif" tabIndex={0} aria-label={evidenceText('textView.textFile')}>
        {shown.map(({ text, number }) => (
          <li
            key={number}
            ref={number === paragraph ? here : undefined}
            value={number}
            data-here={number === paragraph || undefined}
            dir="auto"
          >
            {text}
          </li>
        ))}
      </ol>
      {size > MOST_BYTES ? <p className="field-hint">{evidenceText('textView.onlyBeginningShownAll')}</p> : null}
      {paragraphs.length === 0 ? <p className="viewer-trouble">{evidenceText('textView.thereNoWordsFile')}</p> : null}
    </>
  )
}
