/** The option that lets notes out as they are. */
export const liveNotes = 'live-notes'
/** The option for the whole texts of articles. */
export const wholeTexts = 'texts'
/** The option for a file for each tag. */
export const tagPages = 'tag-pages'
/** The option for how claims were worded before. */
export const earlierWordings = 'wordings'
