import { useEffect, useState } from 'react'
import { spellingText } from '../../catalogue/writing/spelling'
import { useNewsroom } from '../state'
import { useWindowServices } from '../state/windowServices'
import { formatKeys } from '../ui/controls/shortcuts'
import { ContextMenu } from '../ui/menus/ContextMenu'
import type { MenuItem } from '../ui/menus/Menu'

type Field = HTMLInputElement | HTMLTextAreaElement

interface ClipboardMenuAt {
  /** Counts the openings: a second right click opens another menu. */
  readonly nth: number
  readonly place: { readonly left: number; readonly top: number }
  readonly byKey: boolean
  /** Undefined: words that are shown, not written here. */
  readonly field: Field | undefined
  readonly hasSelection: boolean
}

/**
 * The context menu of text fields (cut, copy, paste, select all) and of selected words outside the sheet (copy). Opens
 * where no other menu does.
 */
export function ClipboardMenu() {
  const { call } = useWindowServices().newsroom
  const platform = useNewsroom((newsroom) => newsroom.platform)
  const [at, setAt] = useState<ClipboardMenuAt | null>(null)
  useEffect(() => {
    let nth = 0
    const open = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null
      if (!target || event.defaultPrevented) return
      const field = fieldOf(target)
      const hasSelection = field ? hasSelectedText(field) : isSelected(target)
      if (!field && !hasSelection) return
      event.preventDefault()
      // Chromium gives no button to a menu that a key opened.
      const byKey = event.button !== 2 && !event.ctrlKey
      const box = target.getBoundingClientRect()
      const place = byKey ? { left: box.left + 8, top: box.bottom } : { left: event.clientX, top: event.clientY }
      setAt({ nth: ++nth, place, byKey, field, hasSelection })
    }
    document.addEventListener('contextmenu', open)
    return () => document.removeEventListener('contextmenu', open)
  }, [])
  if (!at) return null
  const { field, hasSelection } = at
  const clipboard = (to: 'cut' | 'copy' | 'paste', keys: string, enabled: boolean): MenuItem => ({
    id: to,
    label: spellingText(`menu.${to}`),
    keys: formatKeys(keys, platform),
    disabled: !enabled,
    onSelect: () => void call('useClipboard', { to }),
  })
  // A PIN is never copied.
  const mayCopy = hasSelection && field?.type !== 'password'
  const copy = clipboard('copy', 'CmdOrCtrl+C', mayCopy)
  const all: MenuItem = {
    id: 'all',
    label: spellingText('menu.selectAll'),
    keys: formatKeys('CmdOrCtrl+A', platform),
    disabled: field?.value === '',
    onSelect: () => field?.select(),
  }
  return (
    <ContextMenu
      key={at.nth}
      label={spellingText(field ? 'menu.field' : 'menu.selected')}
      groups={
        field
          ? [
              [
                clipboard('cut', 'CmdOrCtrl+X', mayCopy && !field.readOnly),
                copy,
                clipboard('paste', 'CmdOrCtrl+V', !field.readOnly),
              ],
              [all],
            ]
          : [[copy]]
      }
      at={at.place}
      byKey={at.byKey}
      onClosed={() => {
        setAt(null)
        field?.focus({ preventScroll: true })
      }}
    />
  )
}

/** Kinds of input that hold no text. */
const NO_TEXT: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'submit', 'file', 'range', 'color'])

function fieldOf(target: Element): Field | undefined {
  const field = target.closest('input, textarea')
  if (field instanceof HTMLTextAreaElement) return field
  return field instanceof HTMLInputElement && !NO_TEXT.has(field.type) ? field : undefined
}

/** Fields for a date or a time have no selection that can be read. */
const hasSelectedText = (field: Field): boolean => (field.selectionStart ?? 0) < (field.selectionEnd ?? 0)

/** Whether words under the pointer are selected. */
function isSelected(target: Element): boolean {
  const selection = document.getSelection()
  return selection !== null && !selection.isCollapsed && selection.getRangeAt(0).intersectsNode(target)
}
