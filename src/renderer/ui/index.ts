import './forms.css'
import './panel.css'

// Dialogs are not among them: only parts that are loaded later open one. Their rules keep their place in the one style
// sheet of the window.
export { Button, IconButton, type ButtonProps, type IconButtonProps } from './controls/Button'
import './dialogs/dialog.css'
export { RowMenus } from './menus/RowMenus'
export { CheckField, SelectField, TextArea, TextField, type Option } from './controls/Field'
export { KeyCap } from './controls/KeyCap'
export { Menu, type MenuItem } from './menus/Menu'
export { Problem } from './controls/Problem'
export { rich, type RichTags } from './rich'
import './dialogs/sideSheet.css'
export { Tooltip, TooltipProvider } from './controls/Tooltip'
