import './keycap.css'

/** A key as printed on its cap. `silent`: inside a button, whose name it is no part of. */
export const KeyCap = ({ children, silent = false }: { readonly children: string; readonly silent?: boolean }) => (
  <kbd className="keycap" aria-hidden={silent || undefined}>
    {children}
  </kbd>
)
