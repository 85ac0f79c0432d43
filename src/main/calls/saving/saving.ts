/** The calls that write a file where a person chooses, and the one that copies words out. */
export { clearSelection, copyOut } from './copyOut'
export { printStory } from './printStory'
export { saveBundle } from './saveBundle'
export { saveCopy } from './saveCopy'
export { saveExport, saveExportAgain, saveProfile, saveToProfile } from './saveExport'
export { saveHistory } from './saveHistory'
export { saveNotice } from './saveNotice'
export { chooseExportFolder, saveToFolder } from './saveToFolder'
