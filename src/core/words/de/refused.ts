import type { Translated } from '../language.ts'
import type { refused as english } from '../refused.ts'

export const refused: Translated<typeof english> = {
  oldWord: {
    what: 'ein Word-Dokument aus der Zeit vor 2007',
    then: 'Speichern Sie es in Word oder LibreOffice als .docx und importieren Sie das.',
  },
  kindle: {
    what: 'ein Kindle-Buch',
    then: 'Importieren Sie das EPUB davon, oder kopieren Sie den Text und fügen Sie ihn ein.',
  },
  outlook: {
    what: 'Mail von Outlook',
    then: 'Speichern Sie die Nachricht als .eml (aus Outlook ziehen oder „Speichern unter“) und importieren Sie das.',
  },
  json: {
    what: 'JSON-Daten',
    then: 'Ist ein Artikel darin, kopieren Sie seinen Text und fügen Sie ihn ein.',
  },
  sheet: {
    what: 'eine Tabelle oder Präsentation',
    then: 'Kopieren Sie den Text, den Sie brauchen, und fügen Sie ihn ein.',
  },
  archive: { what: 'ein Archiv von Dateien', then: 'Entpacken Sie es und importieren Sie, was darin ist.' },
  picture: {
    what: 'ein Bild',
    then: 'Speichern Sie es als PNG oder JPEG und importieren Sie das: Dann lassen sich die Wörter darin erkennen.',
  },
  media: { what: 'Ton oder Video', then: 'Importieren Sie eine Abschrift davon.' },
  xml: {
    what: 'XML-Daten',
    then: 'Ist ein Artikel darin, kopieren Sie seinen Text und fügen Sie ihn ein.',
  },
  cards: { what: 'eine Visitenkarte oder ein Kalender', then: 'Legen Sie die Quellen darin von Hand an.' },
  program: {
    what: 'ein Programm oder Teile davon',
    then: 'Ist ein Artikel darin, kopieren Sie seinen Text und fügen Sie ihn ein.',
  },
}
