/** The option that lets notes out as they are. */
export const liveNotes = 'live-notes'
