import './keycap.css'

/** A key cap. `silent`: inside a button, not part of its accessible name. */
export const KeyCap = ({ children, silent = false }: { readonly children: string; readonly silent?: boolean }) => (
  <kbd className="keycap" data-dot={children === '.' || undefined} aria-hidden={silent || undefined}>
    {children}
  </kbd>
)
