/** Below these widths of the window a side pane is a drawer over the sheet (app.css). */
export const PANEL_IS_DRAWER = '(width < 1024px)'
export const LIBRARY_IS_DRAWER = '(width < 900px)'
