import type { Translated } from '../language.ts'
import type { problems as english } from '../problems.ts'

export const problems: Translated<typeof english> = {
  defect: {
    message: 'In Ascribe selbst ging etwas schief: {error}.',
    action:
      'Versuchen Sie es noch einmal. Geschieht es wieder, melden Sie es bitte: Das Fehlerprotokoll sagt, wo es war.',
  },
  cancelled: { message: 'Das wurde abgebrochen.' },
  unreached: {
    message: 'Ascribe antwortet nicht.',
    action: 'Wurde es beendet? Starten Sie es neu; alles, was gespeichert wurde, ist da.',
  },
  notUnderstood: { message: 'Das Programm bekam etwas, das es nicht brauchen kann.' },
  unexpected: { message: 'Etwas Unerwartetes ging schief: {error}' },
  inFile: { message: '„{file}“: {what}', action: '{then}' },

  notThere: {
    message: '„{path}“ ist nicht da.',
    action: 'Vielleicht wurde es verschoben oder gelöscht; wählen Sie es noch einmal.',
  },
  noOriginal: {
    message: 'Das Original „{name}“ fehlt im Notizbuch.',
    action:
      'Prüfen Sie das Notizbuch unter „Zustand des Notizbuchs“: Eine Reparatur holt es aus einer Sicherung zurück, die es hat.',
  },
  notAllowed: {
    message: 'Ascribe darf „{path}“ nicht benutzen.',
    action: 'Ändern Sie die Berechtigungen oder wählen Sie einen anderen Ordner.',
  },
  inWords: { message: '{message}', action: '{action}' },
  notAllowedHere: {
    message: 'Ascribe darf „{path}“ nicht benutzen.',
    action: 'Ändern Sie die Berechtigungen.',
  },
  diskFull: {
    message: 'Der Datenträger ist voll: „{path}“ konnte nicht geschrieben werden.',
    action: 'Schaffen Sie Platz und versuchen Sie es noch einmal.',
  },
  diskFailing: {
    message: 'Der Datenträger ist voll oder gestört: „{path}“ konnte nicht benutzt werden.',
    action: 'Schaffen Sie Platz und versuchen Sie es noch einmal.',
  },
  fileInTheWay: {
    message: 'Bei „{path}“ ist eine Datei im Weg.',
    action: 'Wählen Sie einen anderen Namen oder Ordner.',
  },
  isLink: {
    message: '„{path}“ ist ein Link, dem nicht gefolgt wird.',
    action: 'Wählen Sie die Datei selbst.',
  },
  notUsable: {
    message: '„{path}“ konnte nicht benutzt werden ({code}).',
    action: 'Prüfen Sie den Datenträger und den Namen und versuchen Sie es noch einmal.',
  },
  folderGone: {
    message: '„{path}“ ist nicht mehr da: Es wurde verschoben oder gelöscht.',
    action: 'Legen Sie es zurück oder öffnen Sie es dort, wo es jetzt ist.',
  },
  inTheWay: {
    message: '„{name}“ ist {what}. Es blieb unberührt.',
    action:
      'Setzen Sie die Datei oder den Ordner selbst an diese Stelle oder entfernen Sie es; öffnen Sie das Notizbuch dann noch einmal.',
  },
  noFileName: {
    message: '„{name}“ ist kein Name einer Datei in einem Notizbuch.',
    action: 'Es blieb unberührt.',
  },
  fileTooLarge: {
    message: '„{name}“ hat {megabytes} MB; höchstens {most} MB werden gelesen.',
    action: 'Es blieb unberührt. Holen Sie die Datei aus einer Sicherung zurück.',
  },
  diskSilent: {
    message: '„{name}“ konnte nicht gelesen werden: Der Datenträger antwortet nicht.',
    action: 'Prüfen Sie den Datenträger und versuchen Sie es noch einmal.',
  },
  notWholePath: {
    message: '„{path}“ ist kein vollständiger Pfad.',
    action: 'Schreiben Sie den Pfad von Anfang an, etwa /home/ich/notizen/hafen.',
  },
  folderNotChosen: {
    message: '„{path}“ wurde nicht in einem Dialog gewählt.',
    action: 'Wählen Sie den Ordner mit dem Knopf.',
  },
  portTaken: {
    message: 'Port {port} lässt sich nicht benutzen.',
    action: 'Lassen Sie --port weg, um irgendeinen freien zu nehmen.',
  },
  windowNotBuilt: {
    message: 'Das Fenster wurde noch nicht gebaut.',
    action: 'Führen Sie einmal „npm run build“ aus.',
  },

  noNotebook: {
    message: 'Kein Notizbuch ist offen.',
    action: 'Öffnen Sie zuerst eines oder legen Sie eines an.',
  },
  notebookClosed: { message: 'Das Notizbuch wurde geschlossen.', action: 'Öffnen Sie es noch einmal.' },
  workEnded: { message: 'Die Arbeit wurde beendet, weil das Notizbuch geschlossen wurde.' },
  unknownNotebook: {
    message: 'Dieser Link führt zu einem Notizbuch, das auf diesem Rechner nicht geöffnet war.',
    action: 'Öffnen Sie zuerst das Notizbuch und folgen Sie dem Link dann noch einmal.',
  },
  notANotebook: {
    message: '„{path}“ ist kein Notizbuch von Ascribe: Es hat keine notebook.json.',
    action: 'Wählen Sie den Ordner des Notizbuchs selbst oder legen Sie ein neues an.',
  },
  newerNotebook: {
    message:
      'Dieses Notizbuch wurde von einem neueren Ascribe gemacht (Format {format}; dieses liest bis {most}).',
    action: 'Installieren Sie das neueste Ascribe. Nichts wurde geändert.',
  },
  notebookThere: {
    message: 'In „{path}“ ist schon ein Notizbuch.',
    action: 'Öffnen Sie es oder wählen Sie einen anderen Ordner.',
  },
  folderNotEmpty: {
    message: 'Der Ordner „{path}“ ist nicht leer.',
    action: 'Wählen Sie einen leeren Ordner oder einen neuen Namen.',
  },
  needsTitle: { message: 'Ein Notizbuch braucht einen Titel.', action: 'Geben Sie ihm einen Namen.' },
  readOnlyInUse: {
    message:
      'Dieses Notizbuch ist in einem anderen Fenster oder Befehl von Ascribe offen; hier lässt es sich nur lesen.',
    action: 'Schließen Sie das andere und öffnen Sie dieses Notizbuch dann noch einmal.',
  },
  readOnlyInUseByAnother: {
    message:
      'Ein anderer Benutzer dieses Rechners hat dieses Notizbuch gesperrt; hier lässt es sich nur lesen. Wer es sperren kann, kann es auch lesen.',
    action:
      'Fragen Sie, wer es ist. Sollte niemand es offen haben, starten Sie den Rechner neu und lassen Sie „Zustand des Notizbuchs“ den Ordner vor anderen Benutzern verschließen.',
  },
  readOnlyFolder: {
    message: 'In den Ordner dieses Notizbuchs lässt sich nicht schreiben; es lässt sich nur lesen.',
    action: 'Ändern Sie die Berechtigungen des Ordners und öffnen Sie das Notizbuch dann noch einmal.',
  },
  readOnlyNewer: {
    message: 'Dieses Notizbuch wurde von einem neueren Ascribe gemacht; hier lässt es sich nur lesen.',
    action: 'Öffnen Sie es mit einer neueren Version von Ascribe.',
  },
  readOnlyInTheWay: {
    message: 'Dieses Notizbuch lässt sich nur lesen: „{name}“ ist {what}. Es blieb unberührt.',
    action:
      'Setzen Sie die Datei oder den Ordner selbst an diese Stelle oder entfernen Sie es; öffnen Sie das Notizbuch dann noch einmal.',
  },
  damagedFile: {
    message: 'Die Datei „{name}“ ist beschädigt.',
    action: 'Holen Sie sie aus einer Sicherung zurück.',
  },
  damagedDocument: {
    message: 'Die Datei „{name}“ dieses Notizbuchs ist beschädigt: {reason}. Alles andere ist offen.',
    action:
      'Öffnen Sie „Zustand des Notizbuchs“ und reparieren Sie sie, oder holen Sie diese Datei aus einer Sicherung zurück.',
  },
  noDocument: { message: '„{name}“ ist kein Dokument eines Notizbuchs.' },
  damagedChange: { message: 'Eine Änderung im Protokoll ist nicht lesbar: {reason}' },
  damagedRecord: { message: 'Etwas stimmt nicht mit diesem Eintrag ({kind}): {reason}.' },
  longLog: {
    message: 'log/{month}.gz ist länger, als ein Protokoll sein kann.',
    action: 'Holen Sie es aus einer Sicherung zurück.',
  },
  textMissing: {
    message: 'Der Text „{name}“ fehlt im Notizbuch.',
    action: 'Holen Sie ihn aus einer Sicherung zurück.',
  },
  textChanged: {
    message: 'Der Text „{name}“ wurde von etwas anderem als Ascribe geändert.',
    action: 'Holen Sie ihn aus einer Sicherung zurück.',
  },
  conflictGone: {
    message: '„{file}“ ist nicht mehr da.',
    action: 'Laden Sie „Zustand des Notizbuchs“ neu.',
  },

  backupFolderNotEmpty: {
    message: 'Der Ordner „{path}“ ist nicht leer.',
    action: 'Wählen Sie einen neuen oder leeren Ordner.',
  },
  noRoom: {
    message: '„{path}“ hat keinen Platz für dieses Notizbuch, das {megabytes} MB hat.',
    action: 'Schaffen Sie Platz oder wählen Sie einen Ordner auf einem anderen Datenträger.',
  },
  backupTooLarge: {
    message: '„{path}“ würde viel größer als jede Sicherung; nichts davon wurde geschrieben.',
    action: 'Nehmen Sie eine Sicherung, die Ascribe gemacht hat.',
  },
  backupDamaged: {
    message: 'Die Sicherung „{path}“ ist beschädigt oder keine Zip-Datei.',
    action: 'Nehmen Sie eine andere.',
  },
  notABackup: {
    message: '„{path}“ ist keine Sicherung eines Notizbuchs.',
    action: 'Wählen Sie eine Datei, die Ascribe gemacht hat.',
  },
  copyNotWhole: {
    message:
      'Die tägliche Kopie dieses Notizbuchs ist nicht vollständig: {files} ließen sich nicht kopieren.',
    action: 'Öffnen Sie „Zustand des Notizbuchs“: Dort steht, was im Weg ist.',
  },

  needsMemory: {
    message: 'Diese Arbeit braucht mehr Arbeitsspeicher, als da ist.',
    action: 'Versuchen Sie es mit weniger auf einmal.',
  },
  takesTooLong: {
    message: 'Das zu lesen dauert länger oder braucht mehr Speicher als jeder Artikel; es wurde aufgegeben.',
    action: 'Importieren Sie den Teil, den Sie brauchen, oder kopieren Sie den Text und fügen Sie ihn ein.',
  },

  noRecord: {
    message: 'Einen Eintrag {id} ({kind}) gibt es in diesem Notizbuch nicht.',
    action: 'Vielleicht wurde er gelöscht; laden Sie die Liste neu.',
  },
  noRecordNamed: {
    message: '„{name}“ ({what}) gibt es in diesem Notizbuch nicht.',
    action: '„list“ zeigt, was es gibt.',
  },
  noneNamed: {
    message: '„{name}“ ({what}) gibt es in diesem Notizbuch nicht.',
    action: '„list … {list}“ zeigt, was es gibt.',
  },
  wrongField: { message: 'Das Feld {field} ({kind}) {fault}.' },
  refersToItself: {
    message: 'Worauf dieser Eintrag verweist ({other}, {refers}), kann nicht er selbst sein ({kind}).',
    action: 'Wählen Sie einen anderen Eintrag ({kind}).',
  },
  refersToNothing: {
    message: 'Worauf dieser Eintrag ({kind}) verweist ({other}, {refers}), ist nicht mehr im Notizbuch.',
    action: 'Laden Sie die Seite neu und wählen Sie noch einmal.',
  },
  changedMeanwhile: {
    message: '„{title}“ wurde inzwischen geändert.',
    action: 'Sehen Sie sich beides an und sagen Sie, was bleibt.',
  },
  changedMeanwhileTo: {
    message: '„{title}“ wurde inzwischen geändert: {what}.',
    action: 'Sehen Sie sich beides an und sagen Sie, was bleibt.',
  },
  standsBelowItself: {
    message:
      'Dieser Eintrag ({kind}) stünde unter sich selbst oder wäre mit sich selbst zusammengeführt: Andere wurden seither verschoben oder zusammengeführt.',
    action:
      'Machen Sie diese Zusammenführungen zuerst rückgängig oder stellen Sie einen anderen Stand wieder her.',
  },

  noChange: { message: 'Diese Änderung gibt es im Verlauf nicht.', action: 'Laden Sie den Verlauf neu.' },
  nothingToUndo: { message: 'Es gibt nichts rückgängig zu machen.' },
  nothingToRedo: { message: 'Es gibt nichts zu wiederholen.' },
  changedOutside: {
    message: 'Dieser Eintrag ({kind}) wurde seither außerhalb von Ascribe geändert; er blieb, wie er ist.',
    action: 'Ändern Sie ihn von Hand.',
  },
  notThereBefore: {
    message: 'Das war vor jener Änderung nicht im Notizbuch.',
    action: 'Wählen Sie einen anderen Stand.',
  },
  notThereAfter: {
    message: 'Das war nach jener Änderung nicht im Notizbuch.',
    action: 'Wählen Sie einen anderen Stand.',
  },
  notInTrash: { message: 'Das ist nicht im Papierkorb.', action: 'Laden Sie den Papierkorb neu.' },
  articleGone: {
    message: 'Der Artikel dieser Markierung ist endgültig weg.',
    action: 'Importieren Sie den Artikel noch einmal und markieren Sie die Stelle neu.',
  },

  mergedAlready: {
    message:
      '„{title}“ steht schon für „{into}“; ein Eintrag ({kind}) lässt sich nicht mit sich selbst zusammenführen.',
    action: 'Wählen Sie einen anderen Eintrag ({kind}).',
  },
  claimMergedAlready: {
    message:
      '„{title}“ steht schon für die andere Behauptung; eine Behauptung lässt sich nicht mit sich selbst zusammenführen.',
    action: 'Wählen Sie eine andere Behauptung.',
  },
  tagBelow: {
    message:
      '„{into}“ steht unter „{tag}“ oder wurde damit zusammengeführt; ein Schlagwort lässt sich nicht mit sich selbst oder einem darunter zusammenführen.',
    action: 'Führen Sie sie andersherum zusammen.',
  },
  markedApart: {
    message: '„{one}“ und „{other}“ wurden als nicht dasselbe vermerkt.',
    action: 'Nehmen Sie diesen Vermerk zuerst weg, wenn er falsch ist.',
  },
  sameSource: { message: 'Eine Quelle ist immer dieselbe wie sie selbst.' },
  notMerged: { message: '„{title}“ ist mit nichts zusammengeführt ({kind}).' },
  nothingToTakeApart: {
    message:
      'Eine Behauptung, eine Quelle oder ein Schlagwort mit dieser Kennung gibt es im Notizbuch nicht.',
  },

  tooManyViews: {
    message: 'Es sind schon {most} Ansichten gespeichert.',
    action: 'Löschen Sie eine davon, und speichern Sie dann diese.',
  },
  tagBelowItself: {
    message:
      'Ein Schlagwort kann nicht unter sich selbst stehen, auch nicht, wenn Zusammenführungen zurückgenommen werden.',
    action: 'Wählen Sie einen anderen Platz dafür.',
  },
  tagNameTaken: {
    message: 'Es gibt schon ein Schlagwort „{name}“.',
    action: 'Führen Sie die beiden Schlagwörter stattdessen zusammen.',
  },
  tagNameTakenMeanwhile: {
    message: 'Es gibt schon ein Schlagwort „{name}“.',
    action: 'Benennen Sie jenes zuerst um und nehmen Sie dieses dann aus der Zusammenführung.',
  },
  sourceInUse: {
    message:
      '„{name}“ wird einmal verwendet und lässt sich nicht löschen. | „{name}“ wird {count}-mal verwendet und lässt sich nicht löschen.',
    action: 'Nehmen Sie sie zuerst aus den Ketten, Artikeln und anderen Quellen heraus, die sie nennen.',
  },

  relatedToItself: {
    message: 'Eine Behauptung kann nicht mit sich selbst verwandt sein.',
    action: 'Wählen Sie eine andere Behauptung.',
  },
  noEvidence: {
    message: 'Dieser Beleg ist nicht mehr in der Behauptung.',
    action: 'Laden Sie die Behauptung neu.',
  },
  evidenceAlready: {
    message: 'Diese Stelle ist schon ein Beleg der Behauptung.',
    action: 'Wählen Sie eine andere Stelle, oder ändern Sie den Beleg, der da ist.',
  },
  evidenceTwice: {
    message: 'Derselbe Beleg ist zweimal in dieser Behauptung.',
    action: 'Laden Sie die Behauptung neu und fügen Sie ihn einmal hinzu.',
  },
  lowAboveHigh: {
    message: 'Der kleinste Wert dieser Zahl ({low}) ist größer als der größte ({high}).',
    action: 'Tauschen Sie die beiden.',
  },
  noSuchVersion: {
    message: '„{title}“ hat keine Fassung {version}; die neueste ist {newest}.',
    action: 'Wählen Sie eine Fassung, die da ist.',
  },
  statementsOfOtherVersion: {
    message: 'Von „{title}“ kam inzwischen eine neuere Fassung; ihre Aussagen sind neu nummeriert.',
    action: 'Sehen Sie sich die Liste noch einmal an und wählen Sie dort.',
  },
  noSuchStatement: {
    message: 'Eine Aussage {n} gibt es nicht: {count} wurden gefunden.',
    action: 'Wählen Sie eine Nummer aus der Liste.',
  },
  statementsOfWhich: {
    message: 'Es ist nicht gesagt, welcher Artikel gemeint ist.',
    action: 'Nennen Sie einen Artikel oder sagen Sie --all, um die Aussagen von allen aufzulisten.',
  },
  rulingOfTwo: {
    message:
      'Eine Entscheidung über Ursprünge betrifft einen Beleg dieser Behauptung oder zwei verschiedene.',
    action: 'Wählen Sie sie noch einmal.',
  },
  rulingOfOneSide: {
    message:
      'Was eine Behauptung stützt und was sie bestreitet, wird getrennt gezählt und lässt sich nicht zusammenlegen.',
    action: 'Wählen Sie zwei Belege auf derselben Seite.',
  },
  noCommonPassage: { message: 'Diese beiden Artikel haben keine gemeinsame Stelle.' },

  selectionDoesNotFit: {
    message: 'Die Auswahl passt nicht zum Text dieses Artikels.',
    action: 'Laden Sie den Artikel neu und wählen Sie die Stelle noch einmal aus.',
  },
  quoteNotThere: {
    message: '{quote} steht nicht in diesem Artikel.',
    action: 'Prüfen Sie den Wortlaut oder kopieren Sie ihn aus dem Artikel.',
  },
  quoteSeveralTimes: {
    message: '{quote} steht {count}-mal in diesem Artikel.',
    action: 'Sagen Sie, welche Stelle (1 bis {count}), oder zitieren Sie mehr Wörter.',
  },
  quoteFewerTimes: {
    message: '{quote} steht nur einmal in diesem Artikel. | {quote} steht nur {count}-mal in diesem Artikel.',
    action: 'Wählen Sie eine Stelle von 1 bis {count}.',
  },

  noOutletYet: {
    message: '„{title}“ hat noch kein Medium.',
    action:
      'Nennen Sie es im Kopf des Artikels und drücken Sie O noch einmal; Y nimmt die Aussage, ohne dass sie jemand sagt.',
  },
  fileNotChosen: { message: 'Diese Datei wurde nicht gewählt.', action: 'Wählen Sie sie noch einmal.' },
  fileNotReadable: {
    message: '„{name}“ ließ sich nicht lesen.',
    action: 'Vielleicht wurde die Datei verschoben oder gelöscht; wählen Sie sie noch einmal.',
  },
  emptyFile: {
    message: '„{name}“ ist leer.',
    action: 'Speichern oder laden Sie die Datei noch einmal und importieren Sie sie dann.',
  },
  articleTooLarge: {
    message: '„{name}“ hat {megabytes} MB; ein Artikel darf höchstens {most} MB haben.',
    action: 'Importieren Sie den Teil, den Sie brauchen.',
  },
  notText: {
    message:
      'Diese Datei ist kein Text: Sie sieht aus wie ein Programm, ein Bild oder ein anderes Binärformat.',
  },
  formatNotRead: {
    message: '„{name}“ ist {format}, was Ascribe noch nicht lesen kann.',
    action: '{then}',
  },
  formatUnknown: {
    message: '„{name}“ ist von keiner Art, die Ascribe kennt.',
    action:
      'Es liest {endings}. Ist das einfacher Text, nennen Sie die Datei .txt oder fügen Sie den Text ein.',
  },
  nothingToRead: {
    message: 'In „{name}“ gibt es nichts zu lesen.',
    action:
      'Füllt sich die Seite erst durch Skripte, speichern Sie sie aus dem Browser, nachdem sie geladen ist, oder fügen Sie ihren Text ein.',
  },
  noArticleIn: { message: 'In „{name}“ gibt es nichts zu lesen.' },
  noArticleInFolder: {
    message: 'Im Ordner „{path}“ ist kein Artikel.',
    action: 'Ascribe liest {endings}.',
  },
  nestedTooDeep: {
    message: '„{name}“ ließ sich nicht lesen: Die Elemente sind zu tief verschachtelt.',
    action: 'Kopieren Sie den Text und fügen Sie ihn ein.',
  },
  brokenStructure: {
    message: '„{name}“ ließ sich nicht lesen: Der Aufbau ist zerbrochen.',
    action: 'Kopieren Sie den Text und fügen Sie ihn ein.',
  },
  tooMuchAtOnce: {
    message: 'Das sind mehr als {most} MB; mehr geht nicht auf einmal.',
    action: 'Nehmen Sie weniger auf einmal.',
  },
  moreThanAnyArticle: {
    message: 'mehr als {most} {what}, das hat kein Artikel.',
    action: 'Importieren Sie den Teil, den Sie brauchen, oder kopieren Sie den Text und fügen Sie ihn ein.',
  },
  severalArticles: {
    message: 'In „{name}“ sind {count} Artikel; eine Fassung ist einer.',
    action: 'Importieren Sie die Datei für sich oder eine, die nur diesen Artikel hat.',
  },
  pdfLocked: { message: 'dieses PDF fragt nach einem Passwort.', action: 'Geben Sie ihm sein Passwort.' },
  pdfPasswordWrong: {
    message: 'das ist nicht das Passwort dieses PDFs.',
    action: 'Geben Sie ein anderes ein.',
  },
  pdfDamaged: {
    message: 'dieses PDF ist beschädigt oder keines.',
    action: 'Laden Sie es noch einmal oder bitten Sie um eine andere Kopie.',
  },
  pdfPageDamaged: {
    message: 'Seite {page} dieses PDFs ist beschädigt.',
    action: 'Öffnen Sie es in einem anderen Programm, speichern Sie es neu und importieren Sie das.',
  },
  pdfTooLarge: {
    message: 'dieses PDF braucht mehr Arbeitsspeicher, als da ist.',
    action: 'Teilen Sie es und importieren Sie die Teile.',
  },
  pdfWithoutWords: {
    message: '„{name}“ hat keine lesbaren Wörter: Seine Seiten sind Bilder oder leer.',
    action: 'Lassen Sie die Wörter erkennen (OCR): Das dauert einige Sekunden für jede Seite.',
  },
  archiveDamaged: {
    message: 'die Teile lassen sich nicht entpacken: Die Datei ist beschädigt.',
    action: 'Laden Sie sie noch einmal oder bitten Sie um eine andere Kopie.',
  },
  officeLocked: {
    message: '„{name}“ ist mit einem Passwort gesperrt oder ein altes Word-Dokument unter neuem Namen.',
    action:
      'Öffnen Sie es in Word oder LibreOffice, speichern Sie es ohne Passwort als .docx und importieren Sie das.',
  },
  notInOriginal: {
    message: '„{title}“ wurde in der Datei, aus der es kam, nicht gefunden.',
    action: 'Importieren Sie die Datei noch einmal, als neue Version davon.',
  },
  documentDamaged: {
    message: 'es ist kein Text darin, wie ihn ein Dokument dieser Art hat.',
    action: 'Öffnen Sie es in dem Programm, das es gemacht hat, und speichern Sie es neu.',
  },
  mailDamaged: {
    message: 'diese Nachricht ist beschädigt.',
    action: 'Speichern Sie sie noch einmal aus dem Mailprogramm.',
  },
  bookLocked: {
    message: 'dieses Buch ist gesperrt (DRM): Nur das Programm seines Händlers kann es öffnen.',
    action: 'Bitten Sie den Händler oder den Verlag um eine Kopie ohne Sperre.',
  },
  noPages: {
    message: '„{title}“ hat keine Seiten, wie sie gedruckt sind.',
    action: 'Nur Artikel aus einem PDF haben sie.',
  },
  noSuchPage: {
    message: 'Eine Seite {page} gibt es nicht: Das Dokument hat {count}.',
    action: 'Wählen Sie eine andere.',
  },
  isPicture: {
    message: '„{name}“ ist ein Bild.',
    action: 'Sind Wörter darin, lassen Sie sie erkennen (OCR): Das dauert einige Sekunden.',
  },
  pictureDamaged: {
    message: 'dieses Bild ist beschädigt oder von einer Art, die sich nicht lesen lässt.',
    action: 'Speichern Sie es als PNG und importieren Sie das.',
  },
  noRecogniser: {
    message: 'Was Wörter in Bildern erkennt, ist nicht installiert.',
    action: 'Installieren Sie Ascribe noch einmal.',
  },
  gzipDamaged: { message: 'die Gzip-Datei ist beschädigt.', action: 'Laden Sie sie noch einmal.' },
  unpacksTooLarge: {
    message: 'entpackt hat es mehr als {most} MB.',
    action: 'Entpacken Sie es und importieren Sie den Teil, den Sie brauchen.',
  },
  cannotPaste: {
    message: 'Text der Art „{mediaType}“ lässt sich nicht einfügen.',
    action: 'Wählen Sie eine andere Art.',
  },

  nothingToExport: { message: 'Es gibt nichts zu exportieren.' },
  exportIntoNotebook: {
    message: '„{path}“ liegt im Notizbuch selbst.',
    action: 'Exportieren Sie in einen eigenen Ordner.',
  },
  noSuchPlace: {
    message: 'Diese Stellen sind nicht im Text oder liegen ineinander.',
    action: 'Öffnen Sie den Artikel noch einmal und berichtigen Sie ihn neu.',
  },
  versionChanged: {
    message: 'Von „{title}“ kam inzwischen eine andere Fassung.',
    action: 'Öffnen Sie sie noch einmal und berichtigen Sie diese.',
  },
  notRecognised: {
    message: '„{title}“ wurde nicht in Bildern erkannt: die Wörter sind die des Herausgebers.',
    action: 'Wenn sie sich geändert haben, fügen Sie eine neuere Fassung hinzu.',
  },
  liveFolderGone: {
    message: 'Der Ordner „{path}“ ist nicht mehr da.',
    action: 'Legen Sie ihn zurück, oder lassen Sie einen anderen Ordner folgen.',
  },
  editsChanged: {
    message: 'Die Dateien wurden noch einmal geändert, seit Sie nachgesehen haben.',
    action: 'Sehen Sie noch einmal nach, was dort geändert wurde.',
  },
  liveNamesSomebody: {
    message: 'In dem, was geschrieben würde, ist eine vertrauliche Quelle genannt.',
    action:
      'Exportieren Sie einmal von Hand und wählen Sie, was aus dem Namen wird; lassen Sie den Ordner dann folgen.',
  },
  exportCancelled: {
    message: 'Der Export wurde abgebrochen.',
    action: 'Was geschrieben war, bleibt; exportieren Sie noch einmal, um es zu vervollständigen.',
  },
  archiveCancelled: { message: 'Der Export wurde abgebrochen.' },
  noSuchEdit: {
    message: 'Eine Änderung Nummer {n} gibt es nicht; es gibt {count}.',
    action: 'Listen Sie sie noch einmal auf.',
  },
  templateMissing: {
    message: 'Dieses Format braucht eine Vorlage.',
    action: 'Wählen Sie eine Datei in Liquid; docs/templates.md sagt, was sie sagen kann.',
  },
  templateWrong: {
    message: '{file}, Zeile {line}: {what}.',
    action: 'Berichtigen Sie die Vorlage; docs/templates.md sagt, was sie sagen kann.',
  },
  noExportProfile: {
    message: '{format} lässt sich nicht für „{profile}“ schreiben.',
    action: 'Es lässt sich schreiben für: {known}.',
  },
  noExportFormat: {
    message: 'Ein Exportformat „{format}“ gibt es nicht.',
    action: 'Formate: {known}.',
  },

  cannotFilter: {
    message: 'Nach „{filter}“ lässt sich nicht filtern.',
    action: 'Filtern Sie nach {fields}.',
  },
  wrongFilter: { message: '„{field}“ {fault}.' },
  noGrade: {
    message: 'Eine Note „{grade}“ gibt es nicht.',
    action: 'Quellen haben A bis F, Behauptungen 1 bis 6.',
  },
  noClaim: { message: 'Eine Behauptung {id} gibt es in diesem Notizbuch nicht.' },
}
