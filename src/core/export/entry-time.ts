/** The same bytes for the same files: an entry of an archive needs a time, so all have this one. */
export const entryTime = new Date(1980, 0, 1)
