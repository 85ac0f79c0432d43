import { historyText } from '../../catalogue/window/history'
import { fieldWords } from '../../story/ledger/leaving/leaving'
import type { FieldChange } from '../../story/requests/comparison'
import { useValueWords } from './useValueWords'

/** A field that differs: its value before and after, as the panel of the fields shows them. */
export function FieldItem({ change: { field, before, after } }: { readonly change: FieldChange }) {
  const words = useValueWords(field)
  return (
    <li>
      <p className="soft">{fieldWords(field)}</p>
      <p className="word-diff">
        <del>{words(before)}</del> <span aria-hidden="true">→</span>
        <span className="visually-hidden">{historyText('comparePanel.became')}</span> <ins>{words(after)}</ins>
      </p>
    </li>
  )
}
