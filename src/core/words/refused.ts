/** Formats that no article is read from: what they are, and what a person can do instead. */
export const refused = {
  oldWord: {
    what: 'a Word document of the years before 2007',
    then: 'Save it as .docx from Word or LibreOffice, and import that.',
  },
  kindle: {
    what: 'a Kindle book',
    then: 'Import the EPUB of it, or copy its text and import it by pasting.',
  },
  outlook: {
    what: 'mail of Outlook',
    then: 'Save the message as .eml (drag it out of Outlook, or “Save as”), and import that.',
  },
  json: { what: 'JSON data', then: 'If there is an article in it, copy its text and import it by pasting.' },
  sheet: {
    what: 'a spreadsheet or presentation',
    then: 'Copy the text that you need and import it by pasting.',
  },
  archive: { what: 'an archive of files', then: 'Unpack it, and import what is in it.' },
  picture: {
    what: 'a picture',
    then: 'Save it as PNG or JPEG, and import that: its words can be recognised then.',
  },
  media: { what: 'sound or video', then: 'Import a transcript of it.' },
  xml: {
    what: 'XML data',
    then: 'If there is an article in it, copy its text and import it by pasting.',
  },
  cards: { what: 'an address card or a calendar', then: 'Make sources of the people in it by hand.' },
  program: {
    what: 'a program or its parts',
    then: 'If there is an article in it, copy its text and import it by pasting.',
  },
} as const
