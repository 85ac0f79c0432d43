const MAC_GLYPHS: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' }
const MAC_ORDER = ['Alt', 'Shift', 'CmdOrCtrl']

/** Writes an Electron accelerator as the platform does: "CmdOrCtrl+Shift+K" → "Ctrl+Shift+K" or "⇧⌘K". */
export function formatKeys(accelerator: string, platform: string): string {
  const parts = accelerator.split('+')
  const key = parts.pop() ?? ''
  if (platform !== 'darwin') return [...parts.map((part) => (part === 'CmdOrCtrl' ? 'Ctrl' : part)), key].join('+')
  const modifiers = MAC_ORDER.filter((name) => parts.includes(name)).map((name) => MAC_GLYPHS[name])
  return [...modifiers, MAC_GLYPHS[key] ?? key].join('')
}

/** The same in the form of `aria-keyshortcuts`: "Control+Shift+K". */
export const ariaKeys = (shown: string): string =>
  shown
    .replace('Ctrl', 'Control')
    .replace(/⌥/u, 'Alt+')
    .replace(/⇧/u, 'Shift+')
    .replace(/⌘/u, 'Meta+')
    .replace(/↩/u, 'Enter')
