/** What can fail, and what to do about it; named by `Problem`. Plural forms stand beside each other and go by `count`. */
export const problems = {
  defect: {
    message: 'Something went wrong in Ascribe itself: {error}.',
    action: 'Try again. If it happens again, please report it: the log of defects says where it was.',
  },
  cancelled: { message: 'This was cancelled.' },
  unreached: {
    message: 'Ascribe does not answer.',
    action: 'Was it stopped? Start it again; everything that was saved is there.',
  },
  notUnderstood: { message: 'The program was given something that it cannot use.' },
  unexpected: { message: 'Something unexpected went wrong: {error}' },
  inFile: { message: '“{file}”: {what}', action: '{then}' },

  // Files and folders
  notThere: {
    message: '“{path}” is not there.',
    action: 'It may have been moved or deleted; choose it again.',
  },
  noOriginal: {
    message: 'The original “{name}” is missing from the notebook.',
    action: 'Check the notebook in “Notebook health”: a repair brings it back from a backup that has it.',
  },
  notAllowed: {
    message: 'Ascribe may not use “{path}”.',
    action: 'Change its permissions or choose another folder.',
  },
  /** What another program has in words already. */
  inWords: {
    message: '{message}',
    action: '{action}',
  },
  notAllowedHere: {
    message: 'Ascribe may not use “{path}”.',
    action: 'Change its permissions.',
  },
  diskFull: {
    message: 'The disk is full: “{path}” could not be written.',
    action: 'Free some space and try again.',
  },
  diskFailing: {
    message: 'The disk is full or failing: “{path}” could not be used.',
    action: 'Free some space and try again.',
  },
  fileInTheWay: {
    message: 'There is a file in the way at “{path}”.',
    action: 'Choose another name or folder.',
  },
  isLink: { message: '“{path}” is a link that is not followed.', action: 'Choose the file itself.' },
  notUsable: {
    message: '“{path}” could not be used ({code}).',
    action: 'Check the disk and the name, then try again.',
  },
  folderGone: {
    message: '“{path}” is not there any more: it was moved or deleted.',
    action: 'Put it back, or open it where it is now.',
  },
  inTheWay: {
    message: '“{name}” is {what}. It was left alone.',
    action: 'Put the file or folder itself in its place, or remove it; then open the notebook again.',
  },
  noFileName: { message: '“{name}” is no name of a file in a notebook.', action: 'It was left alone.' },
  fileTooLarge: {
    message: '“{name}” has {megabytes} MB; at most {most} MB are read.',
    action: 'It was left alone. Bring the file back from a backup.',
  },
  diskSilent: {
    message: '“{name}” could not be read: the disk does not answer.',
    action: 'Check the disk, then try again.',
  },
  notWholePath: {
    message: '“{path}” is not a whole path.',
    action: 'Write the path from the beginning, such as /home/me/notebooks/harbour.',
  },
  folderNotChosen: {
    message: '“{path}” was not chosen in a dialog.',
    action: 'Choose the folder with the button.',
  },
  portTaken: { message: 'Port {port} cannot be used.', action: 'Leave --port out to take any free one.' },
  windowNotBuilt: { message: 'The window has not been built yet.', action: 'Run “npm run build” once.' },

  // Notebooks
  noNotebook: { message: 'No notebook is open.', action: 'Open or make one first.' },
  notebookClosed: { message: 'The notebook was closed.', action: 'Open it again.' },
  workEnded: { message: 'The work was ended because the notebook was closed.' },
  unknownNotebook: {
    message: 'This link leads to a notebook that was not opened on this machine.',
    action: 'Open the notebook first, then follow the link again.',
  },
  notANotebook: {
    message: '“{path}” is not an Ascribe notebook: it has no notebook.json.',
    action: 'Choose the notebook’s own folder, or make a new notebook.',
  },
  newerNotebook: {
    message: 'This notebook was made by a newer Ascribe (format {format}; this one reads up to {most}).',
    action: 'Install the newest Ascribe. Nothing was changed.',
  },
  notebookThere: {
    message: 'There is a notebook in “{path}” already.',
    action: 'Open it, or choose another folder.',
  },
  folderNotEmpty: {
    message: 'The folder “{path}” is not empty.',
    action: 'Choose an empty folder or a new name.',
  },
  needsTitle: { message: 'A notebook needs a title.', action: 'Give it a name.' },
  readOnlyInUse: {
    message: 'This notebook is open in another Ascribe window or command; here it can only be read.',
    action: 'Close the other one, then open this notebook again.',
  },
  readOnlyInUseByAnother: {
    message:
      'Another user of this machine has locked this notebook; here it can only be read. Whoever can lock it can read it, too.',
    action:
      'Ask who it is. If nobody should have it open, restart the machine, and let “Notebook health” close the folder to other users.',
  },
  readOnlyFolder: {
    message: 'The folder of this notebook cannot be written; it can only be read.',
    action: 'Change the permissions of the folder, then open this notebook again.',
  },
  readOnlyNewer: {
    message: 'This notebook was made by a newer Ascribe; here it can only be read.',
    action: 'Open it with a newer version of Ascribe.',
  },
  readOnlyInTheWay: {
    message: 'This notebook can only be read: “{name}” is {what}. It was left alone.',
    action: 'Put the file or folder itself in its place, or remove it; then open the notebook again.',
  },
  damagedFile: { message: 'The file “{name}” is damaged.', action: 'Bring it back from a backup.' },
  damagedDocument: {
    message: 'The file “{name}” of this notebook is damaged: {reason}. Everything else is open.',
    action: 'Open “Notebook health” and repair it, or bring this file back from a backup.',
  },
  noDocument: { message: '“{name}” is not a document of a notebook.' },
  damagedChange: { message: 'A change in the log is not readable: {reason}' },
  damagedRecord: { message: 'This {kind} is not as it should be: {reason}.' },
  longLog: {
    message: 'log/{month}.gz is longer than any log can be.',
    action: 'Bring it back from a backup.',
  },
  textMissing: {
    message: 'The text “{name}” is missing from the notebook.',
    action: 'Bring it back from a backup.',
  },
  textChanged: {
    message: 'The text “{name}” was changed by something else than Ascribe.',
    action: 'Bring it back from a backup.',
  },
  conflictGone: { message: '“{file}” is not there any more.', action: 'Reload “Notebook health”.' },

  // Backups
  backupFolderNotEmpty: {
    message: 'The folder “{path}” is not empty.',
    action: 'Choose a new or empty folder.',
  },
  noRoom: {
    message: '“{path}” has no room for this notebook, which has {megabytes} MB.',
    action: 'Free some space, or choose a folder on another disk.',
  },
  backupTooLarge: {
    message: '“{path}” would become far larger than any backup does; nothing of it was written.',
    action: 'Take a backup that Ascribe has made.',
  },
  backupDamaged: {
    message: 'The backup “{path}” is damaged or not a zip file.',
    action: 'Take another one.',
  },
  notABackup: {
    message: '“{path}” is not a backup of a notebook.',
    action: 'Choose a file that Ascribe has made.',
  },
  copyNotWhole: {
    message: 'The daily copy of this notebook is not whole: {files} could not be copied.',
    action: 'Open “Notebook health”: it says what is in the way.',
  },

  // Heavy work
  needsMemory: {
    message: 'This work needs more memory than there is.',
    action: 'Try it with less at a time.',
  },
  takesTooLong: {
    message: 'Reading this takes more time or memory than any article needs; it was given up.',
    action: 'Import the part that you need, or copy its text and import it by pasting.',
  },

  // Records and what they refer to
  noRecord: {
    message: 'There is no {kind} {id} in this notebook.',
    action: 'It may have been deleted; reload the list.',
  },
  noRecordNamed: {
    message: 'There is no {what} “{name}” in this notebook.',
    action: '“list” shows what there is.',
  },
  noneNamed: {
    message: 'There is no {what} “{name}” in this notebook.',
    action: '“list … {list}” shows what there is.',
  },
  wrongField: { message: 'The {field} of this {kind} {fault}.' },
  refersToItself: {
    message: 'The {other} that this {kind} {refers} cannot be this {kind} itself.',
    action: 'Choose another {kind}.',
  },
  refersToNothing: {
    message: 'The {other} that this {kind} {refers} is not in the notebook any more.',
    action: 'Reload the page and choose again.',
  },
  changedMeanwhile: {
    message: '“{title}” was changed meanwhile.',
    action: 'Look at both, and say which one is to stay.',
  },
  changedMeanwhileTo: {
    message: '“{title}” was changed meanwhile: {what}.',
    action: 'Look at both, and say which one is to stay.',
  },
  standsBelowItself: {
    message:
      'This {kind} would stand below itself or be merged into itself: other ones were moved or merged since.',
    action: 'Undo those merges first, or restore another state.',
  },

  // History and trash
  noChange: { message: 'There is no such change in the history.', action: 'Reload the history.' },
  nothingToUndo: { message: 'There is nothing to undo.' },
  nothingToRedo: { message: 'There is nothing to redo.' },
  changedOutside: {
    message: 'This {kind} was changed outside Ascribe since; it was left as it is.',
    action: 'Change it by hand.',
  },
  notThereBefore: {
    message: 'This was not in the notebook before that change.',
    action: 'Choose another state.',
  },
  notThereAfter: {
    message: 'This was not in the notebook after that change.',
    action: 'Choose another state.',
  },
  notInTrash: { message: 'This is not in the trash.', action: 'Reload the trash.' },
  articleGone: {
    message: 'The article of this highlight is gone for good.',
    action: 'Import the article again, and highlight the passage anew.',
  },

  // Merging
  mergedAlready: {
    message: '“{title}” stands for “{into}” already; a {kind} cannot be merged into itself.',
    action: 'Choose another {kind}.',
  },
  claimMergedAlready: {
    message: '“{title}” stands for the other claim already; a claim cannot be merged into itself.',
    action: 'Choose another claim.',
  },
  tagBelow: {
    message:
      '“{into}” stands below “{tag}” or was merged into it; a tag cannot be merged into itself or a tag below it.',
    action: 'Merge the other way round.',
  },
  markedApart: {
    message: '“{one}” and “{other}” were marked as not the same.',
    action: 'Take that mark away first, if it is wrong.',
  },
  sameSource: { message: 'A source is always the same as itself.' },
  notMerged: { message: '“{title}” is not merged into another {kind}.' },
  nothingToTakeApart: { message: 'There is no claim, source or tag with this id in the notebook.' },

  // Tags and sources
  tooManyViews: {
    message: 'There are {most} kept views already.',
    action: 'Forget one of them, and keep this one then.',
  },
  tagBelowItself: {
    message: 'A tag cannot stand below itself, not even when merges are taken back.',
    action: 'Choose another place for it.',
  },
  tagNameTaken: { message: 'There is a tag “{name}” already.', action: 'Merge the two tags instead.' },
  tagNameTakenMeanwhile: {
    message: 'There is a tag “{name}” already.',
    action: 'Rename that one first, then take this one out of its merge.',
  },
  sourceInUse: {
    message:
      '“{name}” is used once and cannot be deleted. | “{name}” is used {count} times and cannot be deleted.',
    action: 'Take it out of the chains, articles and other sources that name it first.',
  },

  // Claims and evidence
  relatedToItself: { message: 'A claim cannot be related to itself.', action: 'Choose another claim.' },
  noEvidence: {
    message: 'This piece of evidence is not in the claim any more.',
    action: 'Reload the claim.',
  },
  evidenceAlready: {
    message: 'This passage is evidence of the claim already.',
    action: 'Choose another passage, or change the piece that is there.',
  },
  evidenceTwice: {
    message: 'The same piece of evidence is in this claim twice.',
    action: 'Reload the claim and add it once.',
  },
  lowAboveHigh: {
    message: 'The lowest value of this figure ({low}) is greater than the highest ({high}).',
    action: 'Exchange the two.',
  },
  noSuchVersion: {
    message: '“{title}” has no version {version}; its newest is {newest}.',
    action: 'Choose a version that is there.',
  },
  statementsOfOtherVersion: {
    message: 'A newer version of “{title}” came meanwhile; its statements are numbered anew.',
    action: 'Look at the list again, and choose there.',
  },
  noSuchStatement: {
    message: 'There is no statement {n}: {count} were found.',
    action: 'Choose a number of the list.',
  },
  statementsOfWhich: {
    message: 'It is not said which article is meant.',
    action: 'Name one article, or say --all to list the statements of all of them.',
  },
  rulingOfTwo: {
    message: 'A decision about origins is about one or two different pieces of evidence of this claim.',
    action: 'Choose them again.',
  },
  rulingOfOneSide: {
    message: 'What supports a claim and what disputes it are counted apart, and cannot be put together.',
    action: 'Choose two pieces of evidence on the same side.',
  },
  noCommonPassage: { message: 'These two articles have no passage in common.' },

  // Highlights
  selectionDoesNotFit: {
    message: 'The selection does not fit the text of this article.',
    action: 'Reload the article and select the passage again.',
  },
  quoteNotThere: {
    message: '{quote} does not stand in this article.',
    action: 'Check the wording, or copy it from the article.',
  },
  quoteSeveralTimes: {
    message: '{quote} stands in this article {count} times.',
    action: 'Say which one (1 to {count}), or quote more words.',
  },
  quoteFewerTimes: {
    message: '{quote} stands in this article only once. | {quote} stands in this article only {count} times.',
    action: 'Choose an occurrence from 1 to {count}.',
  },

  // Import
  noOutletYet: {
    message: '“{title}” has no outlet yet.',
    action:
      'Say in the head of the article which one it is, and press O again; Y takes it without anybody who says it.',
  },
  fileNotChosen: { message: 'This file was not chosen.', action: 'Choose it again.' },
  fileNotReadable: {
    message: '“{name}” could not be read.',
    action: 'It may have been moved or deleted; choose it again.',
  },
  emptyFile: { message: '“{name}” is empty.', action: 'Save or download it again, then import it.' },
  articleTooLarge: {
    message: '“{name}” has {megabytes} MB; an article may have at most {most} MB.',
    action: 'Import the part that you need.',
  },
  notText: {
    message: 'This file is not text: it looks like a program, an image or another binary format.',
  },
  formatNotRead: { message: '“{name}” is {format}, which Ascribe cannot read yet.', action: '{then}' },
  formatUnknown: {
    message: '“{name}” is no kind of file that Ascribe knows.',
    action: 'It reads {endings}. If this is plain text, call it .txt, or import its text by pasting.',
  },
  nothingToRead: {
    message: 'There is nothing to read in “{name}”.',
    action:
      'If the page fills itself by script, save it from the browser after it has loaded, or paste its text.',
  },
  noArticleIn: { message: 'There is nothing to read in “{name}”.' },
  noArticleInFolder: {
    message: 'There is no article in the folder “{path}”.',
    action: 'Ascribe reads {endings}.',
  },
  nestedTooDeep: {
    message: '“{name}” could not be read: its elements are nested too deeply.',
    action: 'Copy the text and import it by pasting.',
  },
  brokenStructure: {
    message: '“{name}” could not be read: its structure is broken.',
    action: 'Copy the text and import it by pasting.',
  },
  tooMuchAtOnce: {
    message: 'This is more than {most} MB, which is the most at once.',
    action: 'Do it with less at a time.',
  },
  moreThanAnyArticle: {
    message: 'it has more than {most} {what}, which no article has.',
    action: 'Import the part that you need, or copy its text and import it by pasting.',
  },
  severalArticles: {
    message: 'There are {count} articles in “{name}”; a version is one.',
    action: 'Import the file by itself, or one that has only this article.',
  },
  pdfLocked: { message: 'this PDF asks for a password.', action: 'Give it its password.' },
  pdfPasswordWrong: { message: 'that is not the password of this PDF.', action: 'Give it another one.' },
  pdfDamaged: {
    message: 'this PDF is damaged, or none.',
    action: 'Download it again, or ask for another copy.',
  },
  pdfPageDamaged: {
    message: 'page {page} of this PDF is damaged.',
    action: 'Open it in another program, save it anew, and import that.',
  },
  pdfTooLarge: {
    message: 'this PDF needs more memory than there is.',
    action: 'Split it into parts, and import these.',
  },
  pdfWithoutWords: {
    message: '“{name}” has no words that can be read: its pages are pictures, or empty.',
    action: 'Have its words recognised (OCR): that takes some seconds for each page.',
  },
  archiveDamaged: {
    message: 'its parts cannot be unpacked: it is damaged.',
    action: 'Download it again, or ask for another copy.',
  },
  officeLocked: {
    message: '“{name}” is locked with a password, or an old Word document under a new name.',
    action: 'Open it in Word or LibreOffice, save it as .docx without a password, and bring that in.',
  },
  notInOriginal: {
    message: '“{title}” was not found in the file that it came from.',
    action: 'Bring the file in once more, as a new version of it.',
  },
  documentDamaged: {
    message: 'there is no text in it that a document of its kind has.',
    action: 'Open it in the program that made it, and save it anew.',
  },
  mailDamaged: { message: 'this message is damaged.', action: 'Save it from the mail program once more.' },
  bookLocked: {
    message: 'this book is locked (DRM): only the program of its shop can open it.',
    action: 'Ask the shop or the publisher for a copy without a lock.',
  },
  noPages: {
    message: '“{title}” has no pages as they are printed.',
    action: 'Only articles from a PDF have them.',
  },
  noSuchPage: {
    message: 'There is no page {page}: the document has {count}.',
    action: 'Choose another one.',
  },
  isPicture: {
    message: '“{name}” is a picture.',
    action: 'If there are words in it, have them recognised (OCR): that takes some seconds.',
  },
  pictureDamaged: {
    message: 'this picture is damaged, or of a kind that cannot be read.',
    action: 'Save it as PNG, and import that.',
  },
  noRecogniser: {
    message: 'What recognises words in pictures is not installed.',
    action: 'Install Ascribe once more.',
  },
  gzipDamaged: { message: 'the gzip file is damaged.', action: 'Download it again.' },
  unpacksTooLarge: {
    message: 'it unpacks to more than {most} MB.',
    action: 'Unpack it, and import the part that you need.',
  },
  cannotPaste: {
    message: 'Text of the kind “{mediaType}” cannot be pasted.',
    action: 'Choose another kind.',
  },

  // Export
  nothingToExport: { message: 'There is nothing to export.' },
  exportIntoNotebook: {
    message: '“{path}” is in the notebook itself.',
    action: 'Export into a folder of its own.',
  },
  noSuchPlace: {
    message: 'These places are not in the text, or lie in one another.',
    action: 'Open the article again, and correct it anew.',
  },
  versionChanged: {
    message: 'Another version of “{title}” came meanwhile.',
    action: 'Open it again, and correct that one.',
  },
  notRecognised: {
    message: '“{title}” was not recognised in pictures: its words are those of its publisher.',
    action: 'If they changed, add a newer version.',
  },
  liveFolderGone: {
    message: 'The folder “{path}” is not there any more.',
    action: 'Move it back, or let another folder follow.',
  },
  editsChanged: {
    message: 'The files were changed once more since you looked.',
    action: 'Look again at what was changed there.',
  },
  liveNamesSomebody: {
    message: 'A confidential source is named in what would be written.',
    action: 'Export once by hand and choose what becomes of the name; let the folder follow then.',
  },
  exportCancelled: {
    message: 'The export was cancelled.',
    action: 'What had been written stays; export again to complete it.',
  },
  archiveCancelled: { message: 'The export was cancelled.' },
  noSuchEdit: { message: 'There is no edit number {n}; there are {count}.', action: 'List them again.' },
  templateMissing: {
    message: 'This format needs a template.',
    action: 'Choose a file in Liquid; docs/templates.md says what it can say.',
  },
  templateWrong: {
    message: '{file}, line {line}: {what}.',
    action: 'Correct the template; docs/templates.md says what it can say.',
  },
  noExportProfile: {
    message: '{format} cannot be written for “{profile}”.',
    action: 'It can be written for: {known}.',
  },
  noExportFormat: { message: 'There is no export format “{format}”.', action: 'Formats: {known}.' },

  // The command line
  cannotFilter: { message: '“{filter}” cannot be filtered by.', action: 'Filter by {fields}.' },
  wrongFilter: { message: '“{field}” {fault}.' },
  noGrade: { message: 'There is no grade “{grade}”.', action: 'Sources have A to F, claims 1 to 6.' },
  noClaim: { message: 'There is no claim {id} in this notebook.' },
} as const
