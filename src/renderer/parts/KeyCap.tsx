import './keycap.css'

/** A key as printed on its cap. */
export const KeyCap = ({ children }: { readonly children: string }) => <kbd className="keycap">{children}</kbd>
