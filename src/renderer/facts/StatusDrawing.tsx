import type { ReactNode } from 'react'
import type { FactStatus } from '../../story/ledger/facts/fact'

/** Strokes of the drawings: 12 by 12 px, in the colour of the words around. */
const line = (d: string, width: number): ReactNode => (
  <path d={d} fill="none" stroke="currentColor" strokeWidth={width} strokeLinecap="round" strokeLinejoin="round" />
)
const dot = (cx: number, cy: number, r: number): ReactNode => <circle cx={cx} cy={cy} r={r} fill="currentColor" />
const ring = (cx: number, cy: number, r: number, width: number): ReactNode => (
  <circle cx={cx} cy={cy} r={r} fill="none" stroke="currentColor" strokeWidth={width} />
)

const DRAWINGS: Readonly<Record<FactStatus, ReactNode>> = {
  toCheck: <path d="M6 1.2 11.2 10.6H.8z" fill="currentColor" />,
  queried: (
    <>
      {line('M3.3 4.1C3.3 2.5 4.5 1.5 6.1 1.5s2.7 1 2.7 2.4c0 2.1-2.6 2.1-2.6 4', 1.9)}
      {dot(6.2, 10.5, 1.15)}
    </>
  ),
  verified: dot(6, 6, 4.6),
  onAuthor: (
    <>
      {ring(6, 6, 4.2, 1.5)}
      <path d="M6 1.8a4.2 4.2 0 0 0 0 8.4z" fill="currentColor" />
    </>
  ),
  wrong: line('M2.2 2.2l7.6 7.6M9.8 2.2 2.2 9.8', 2.1),
  disputed: line('M1 4h9.2M7.8 1.4 10.6 4 7.8 6.6M11 8.4H1.8M4.2 5.9 1.4 8.4l2.8 2.6', 1.4),
  unverifiable: (
    <>
      {ring(6, 6, 4.2, 1.6)}
      {line('M9.9 1.7 2.1 10.3', 1.6)}
    </>
  ),
  letStand: (
    <>
      {dot(1.9, 8, 1.5)}
      {dot(6, 8, 1.5)}
      {dot(10.1, 8, 1.5)}
    </>
  ),
  reCheck: line('M10.2 4.2A4.6 4.6 0 1 0 10.6 7M10.6 1.4v3h-3', 1.7),
  cut: (
    <>
      {line('M9.8 1.4 4 8.2M2.2 1.4 8 8.2', 1.3)}
      {ring(2.8, 9.4, 1.5, 1.3)}
      {ring(9.2, 9.4, 1.5, 1.3)}
    </>
  ),
  lost: (
    <>
      {ring(6, 6, 3, 1.4)}
      {line('M6 .8v3M6 8.2v3M.8 6h3M8.2 6h3', 1.4)}
    </>
  ),
  untagged: line('M4.2 2.2h6.6v7.6H4.2L1 6zM5.8 4.6l2.8 2.8M8.6 4.6 5.8 7.4', 1.2),
}

/** Draws the mark of a status. `label`: read out; without one the mark is hidden from screen readers. */
export const StatusDrawing = ({ status, label }: { readonly status: FactStatus; readonly label?: string }) => (
  <svg
    className="status-mark"
    data-status={status}
    viewBox="0 0 12 12"
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  >
    {DRAWINGS[status]}
  </svg>
)
