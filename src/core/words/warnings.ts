/** What a reader should know of something that was brought in. */
export const warnings = {
  bytesLost:
    'In one place the file has bytes that are not {encoding}; they show as \ufffd. | In {count} places the file has bytes that are not {encoding}; they show as \ufffd.',
  encodingGuessed:
    'The file does not say in which encoding it is and is not UTF-8; it was read as {encoding}. Check letters, accents and quotation marks.',
  frontmatterTooLong:
    'The frontmatter is far too long to be one; title, authors and dates were not taken from it.',
  notesNotEmbedded:
    'The text shows other notes, which are not in this file: {names}. Import them, too, if they belong to it.',
  frontmatterBroken:
    'The frontmatter is not YAML that can be read; title, authors and dates were not taken from it.',
  dateAmbiguous: 'The date “{date}” could be read in more than one way; set it by hand.',
  dateUnread: 'The date “{date}” could not be read; set it by hand.',
  partOfPage:
    'Only {percent} % of the longer paragraphs of this page were taken. Look whether the article is whole; if not, take the whole page.',
  articleStated:
    'The page shows less of its article than it states for search engines; that was taken. Compare it with the page.',
  noticeOnly:
    'This reads like a notice (a login, cookies, a page that is gone), not like an article. Save the page again when you see the article in it.',
  wholePage: 'No article could be told from the rest of this page; all of its text was taken.',
  commentsBeside:
    'A comment stands beside the words of this document, and is about none of them: it was not taken. | {count} comments stand beside the words of this document, and are about none of them: they were not taken.',
  attachmentLeftOut: 'The attachment “{name}” was not taken: {why}',
  messagesLeftOut:
    'One message is damaged and was left out. | {count} messages are damaged and were left out.',
  recognised:
    'The words of one page were recognised in its picture (OCR, English). Those that may be others are marked: compare them with the page. | The words of {count} pages were recognised in their pictures (OCR, English). Those that may be others are marked: compare them with the pages.',
  pagesLeftOut:
    'One page had no article in it and was left out. | {count} pages had no article in them and were left out.',
  trackedChanges:
    'Changes were tracked in this document: what was inserted and deleted is marked. “About this article” reads it with all of them accepted, or rejected.',
  pagesGarbled:
    'The font of page {pages} does not say what its letters are: compare the text with the original. | The fonts of {count} pages do not say what their letters are ({pages}): compare the text with the original.',
  pagesWithoutWords:
    'Page {pages} has no words: it may be a picture. The original is there to look at. | {count} pages have no words: they may be pictures ({pages}). The original is there to look at.',
  notAnAddress: '“{address}” is not an address of the web; it was left out.',
  sameAddress:
    'This page gives the address of “{title}”, but has another text; it was brought in as an article of its own.',
  noTitle: 'What came through standard input has no title; give it one.',
  languageNotRead:
    '“{title}” is in a language in which statements are not looked for; they are in English, German, French and Spanish.',
} as const
