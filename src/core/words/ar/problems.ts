import type { Translated } from '../language.ts'
import type { problems as english } from '../problems.ts'

export const problems: Translated<typeof english> = {
  defect: {
    message: 'حدث خلل في Ascribe نفسه: {error}.',
    action: 'حاول مرة أخرى. وإن تكرر فأبلغ عنه من فضلك: سجل الأعطال يقول أين كان.',
  },
  cancelled: { message: 'أُلغي هذا.' },
  unreached: { message: 'لا يستجيب Ascribe.', action: 'هل أُوقف؟ شغّله من جديد؛ كل ما حُفظ موجود.' },
  notUnderstood: { message: 'أُعطي البرنامج ما لا يستطيع استعماله.' },
  unexpected: { message: 'حدث خلل غير متوقع: {error}' },
  inFile: { message: '«{file}»: {what}', action: '{then}' },

  notThere: { message: '«{path}» غير موجود.', action: 'لعله نُقل أو حُذف؛ اختره ثانية.' },
  noOriginal: {
    message: 'الأصل «{name}» مفقود من الدفتر.',
    action: 'افحص الدفتر في «سلامة الدفتر»: الإصلاح يعيده من نسخة احتياطية هو فيها.',
  },
  notAllowed: { message: 'لا يُسمح لـ Ascribe باستعمال «{path}».', action: 'غيّر الأذونات أو اختر مجلدًا آخر.' },
  inWords: { message: '{message}', action: '{action}' },
  notAllowedHere: { message: 'لا يُسمح لـ Ascribe باستعمال «{path}».', action: 'غيّر الأذونات.' },
  diskFull: { message: 'القرص ممتلئ: لم يمكن كتابة «{path}».', action: 'أفرغ مساحة وحاول مرة أخرى.' },
  diskFailing: {
    message: 'القرص ممتلئ أو معطل: لم يمكن استعمال «{path}».',
    action: 'أفرغ مساحة وحاول مرة أخرى.',
  },
  fileInTheWay: { message: 'في الطريق ملف عند «{path}».', action: 'اختر اسمًا أو مجلدًا آخر.' },
  isLink: { message: '«{path}» رابط لا يُتبع.', action: 'اختر الملف نفسه.' },
  notUsable: {
    message: 'لم يمكن استعمال «{path}» ({code}).',
    action: 'تحقق من القرص والاسم ثم حاول مرة أخرى.',
  },
  folderGone: {
    message: 'لم يعد «{path}» موجودًا: نُقل أو حُذف.',
    action: 'أعده إلى مكانه، أو افتحه حيث هو الآن.',
  },
  inTheWay: {
    message: '«{name}» هو {what}. تُرك كما هو.',
    action: 'ضع الملف أو المجلد نفسه مكانه، أو أزله؛ ثم افتح الدفتر ثانية.',
  },
  noFileName: { message: '«{name}» ليس اسم ملف في دفتر.', action: 'تُرك كما هو.' },
  fileTooLarge: {
    message: 'حجم «{name}» {megabytes} م.ب؛ ولا يُقرأ أكثر من {most} م.ب.',
    action: 'تُرك كما هو. استعد الملف من نسخة احتياطية.',
  },
  diskSilent: {
    message: 'لم يمكن قراءة «{name}»: القرص لا يستجيب.',
    action: 'تحقق من القرص ثم حاول مرة أخرى.',
  },
  notWholePath: {
    message: '«{path}» ليس مسارًا كاملًا.',
    action: 'اكتب المسار من أوله، مثل /home/me/notebooks/harbour.',
  },
  folderNotChosen: { message: 'لم يُختر «{path}» في حوار.', action: 'اختر المجلد بالزر.' },
  portTaken: {
    message: 'لا يمكن استعمال المنفذ {port}.',
    action: 'احذف --port ليؤخذ أي منفذ حر.',
  },
  windowNotBuilt: { message: 'لم تُبنَ النافذة بعد.', action: 'شغّل «npm run build» مرة.' },

  noNotebook: { message: 'لا دفتر مفتوح.', action: 'افتح دفترًا أو أنشئه أولًا.' },
  notebookClosed: { message: 'أُغلق الدفتر.', action: 'افتحه ثانية.' },
  workEnded: { message: 'انتهى العمل لأن الدفتر أُغلق.' },
  unknownNotebook: {
    message: 'يقود هذا الرابط إلى دفتر لم يُفتح على هذا الجهاز.',
    action: 'افتح الدفتر أولًا ثم اتبع الرابط ثانية.',
  },
  notANotebook: {
    message: '«{path}» ليس دفتر Ascribe: ليس فيه notebook.json.',
    action: 'اختر مجلد الدفتر نفسه، أو أنشئ دفترًا جديدًا.',
  },
  newerNotebook: {
    message: 'صنع هذا الدفتر إصدار أحدث من Ascribe (الصيغة {format}؛ وهذا يقرأ حتى {most}).',
    action: 'ثبّت أحدث إصدار من Ascribe. لم يتغير شيء.',
  },
  notebookThere: { message: 'في «{path}» دفتر من قبل.', action: 'افتحه أو اختر مجلدًا آخر.' },
  folderNotEmpty: { message: 'المجلد «{path}» ليس فارغًا.', action: 'اختر مجلدًا فارغًا أو اسمًا جديدًا.' },
  needsTitle: { message: 'يحتاج الدفتر إلى عنوان.', action: 'أعطه اسمًا.' },
  readOnlyInUse: {
    message: 'هذا الدفتر مفتوح في نافذة أو أمر آخر من Ascribe؛ وهنا لا يمكن إلا قراءته.',
    action: 'أغلق الآخر ثم افتح هذا الدفتر ثانية.',
  },
  readOnlyInUseByAnother: {
    message:
      'أقفل هذا الدفترَ مستخدم آخر على هذا الجهاز؛ وهنا لا يمكن إلا قراءته. ومن يستطيع إقفاله يستطيع قراءته.',
    action:
      'اسأل من هو. وإن لم يكن لأحد أن يفتحه فأعد تشغيل الجهاز، ودع «سلامة الدفتر» تغلق المجلد أمام الآخرين.',
  },
  readOnlyFolder: {
    message: 'لا يمكن الكتابة في مجلد هذا الدفتر؛ لا يمكن إلا قراءته.',
    action: 'غيّر أذونات المجلد ثم افتح هذا الدفتر ثانية.',
  },
  readOnlyNewer: {
    message: 'صنع هذا الدفتر إصدار أحدث من Ascribe؛ وهنا لا يمكن إلا قراءته.',
    action: 'افتحه بإصدار أحدث من Ascribe.',
  },
  readOnlyInTheWay: {
    message: 'لا يمكن إلا قراءة هذا الدفتر: «{name}» هو {what}. تُرك كما هو.',
    action: 'ضع الملف أو المجلد نفسه مكانه، أو أزله؛ ثم افتح الدفتر ثانية.',
  },
  damagedFile: { message: 'الملف «{name}» تالف.', action: 'استعده من نسخة احتياطية.' },
  damagedDocument: {
    message: 'ملف هذا الدفتر «{name}» تالف: {reason}. وكل ما عداه مفتوح.',
    action: 'افتح «سلامة الدفتر» وأصلحه، أو استعد هذا الملف من نسخة احتياطية.',
  },
  noDocument: { message: '«{name}» ليس وثيقة من دفتر.' },
  damagedChange: { message: 'تغيير في السجل لا يُقرأ: {reason}' },
  damagedRecord: { message: 'هذا السجل ({kind}) ليس كما ينبغي: {reason}.' },
  longLog: { message: 'log/{month}.gz أطول مما يكون أي سجل.', action: 'استعده من نسخة احتياطية.' },
  textMissing: { message: 'النص «{name}» مفقود من الدفتر.', action: 'استعده من نسخة احتياطية.' },
  textChanged: { message: 'غيّر النصَّ «{name}» شيء غير Ascribe.', action: 'استعده من نسخة احتياطية.' },
  conflictGone: { message: 'لم يعد «{file}» موجودًا.', action: 'أعد تحميل «سلامة الدفتر».' },

  backupFolderNotEmpty: {
    message: 'المجلد «{path}» ليس فارغًا.',
    action: 'اختر مجلدًا جديدًا أو فارغًا.',
  },
  noRoom: {
    message: 'لا مكان في «{path}» لهذا الدفتر، وحجمه {megabytes} م.ب.',
    action: 'أفرغ مساحة، أو اختر مجلدًا على قرص آخر.',
  },
  backupTooLarge: {
    message: 'سيصير «{path}» أكبر بكثير من أي نسخة احتياطية؛ لم يُكتب منه شيء.',
    action: 'خذ نسخة صنعها Ascribe.',
  },
  backupDamaged: { message: 'النسخة «{path}» تالفة أو ليست ملف zip.', action: 'خذ غيرها.' },
  notABackup: { message: '«{path}» ليس نسخة احتياطية من دفتر.', action: 'اختر ملفًا صنعه Ascribe.' },
  copyNotWhole: {
    message: 'النسخة اليومية من هذا الدفتر ليست كاملة: لم يمكن نسخ {files}.',
    action: 'افتح «سلامة الدفتر»: فيها ما يعيق ذلك.',
  },

  needsMemory: { message: 'يحتاج هذا العمل إلى ذاكرة أكثر من الموجود.', action: 'جرّبه بأقل في المرة.' },
  takesTooLong: {
    message: 'قراءة هذا تأخذ وقتًا أو ذاكرة أكثر مما يحتاج أي مقال؛ فتُركت.',
    action: 'استورد الجزء الذي تحتاجه، أو انسخ نصه وألصقه.',
  },

  noRecord: {
    message: 'لا يوجد في هذا الدفتر {kind} {id}.',
    action: 'لعله حُذف؛ أعد تحميل القائمة.',
  },
  noRecordNamed: { message: 'لا يوجد في هذا الدفتر {what} «{name}».', action: '«list» يعرض الموجود.' },
  noneNamed: { message: 'لا يوجد في هذا الدفتر {what} «{name}».', action: '«list … {list}» يعرض الموجود.' },
  wrongField: { message: 'الحقل {field} من هذا السجل ({kind}) {fault}.' },
  refersToItself: {
    message: 'ما يحيل إليه هذا السجل ({other}، {refers}) لا يكون هو نفسه ({kind}).',
    action: 'اختر غيره ({kind}).',
  },
  refersToNothing: {
    message: 'ما يحيل إليه هذا السجل ({kind}، {refers}) لم يعد في الدفتر ({other}).',
    action: 'أعد تحميل الصفحة واختر ثانية.',
  },
  changedMeanwhile: { message: 'تغيّر «{title}» في هذه الأثناء.', action: 'انظر في الاثنين وقل أيهما يبقى.' },
  changedMeanwhileTo: {
    message: 'تغيّر «{title}» في هذه الأثناء: {what}.',
    action: 'انظر في الاثنين وقل أيهما يبقى.',
  },
  standsBelowItself: {
    message: 'سيقع هذا السجل ({kind}) تحت نفسه أو يُدمج في نفسه: نُقل غيره أو دُمج منذ ذلك.',
    action: 'تراجع عن ذلك الدمج أولًا، أو استعد حالة أخرى.',
  },

  noChange: { message: 'لا يوجد مثل هذا التغيير في التاريخ.', action: 'أعد تحميل التاريخ.' },
  nothingToUndo: { message: 'لا شيء للتراجع عنه.' },
  nothingToRedo: { message: 'لا شيء لإعادته.' },
  changedOutside: {
    message: 'تغيّر هذا السجل ({kind}) خارج Ascribe منذ ذلك؛ تُرك كما هو.',
    action: 'غيّره باليد.',
  },
  notThereBefore: { message: 'لم يكن هذا في الدفتر قبل ذلك التغيير.', action: 'اختر حالة أخرى.' },
  notThereAfter: { message: 'لم يكن هذا في الدفتر بعد ذلك التغيير.', action: 'اختر حالة أخرى.' },
  notInTrash: { message: 'ليس هذا في المهملات.', action: 'أعد تحميل المهملات.' },
  articleGone: {
    message: 'ذهب مقال هذا التظليل نهائيًا.',
    action: 'استورد المقال ثانية وظلّل المقطع من جديد.',
  },

  mergedAlready: {
    message: '«{title}» يقوم مقام «{into}» من قبل؛ ولا يُدمج سجل ({kind}) في نفسه.',
    action: 'اختر غيره ({kind}).',
  },
  claimMergedAlready: {
    message: '«{title}» يقوم مقام الادعاء الآخر من قبل؛ ولا يُدمج ادعاء في نفسه.',
    action: 'اختر ادعاء آخر.',
  },
  tagBelow: {
    message: '«{into}» يقع تحت «{tag}» أو دُمج فيه؛ ولا يُدمج وسم في نفسه أو في وسم تحته.',
    action: 'ادمج بالعكس.',
  },
  markedApart: {
    message: 'سُجّل أن «{one}» و«{other}» ليسا واحدًا.',
    action: 'أزل ذلك أولًا إن كان خطأ.',
  },
  sameSource: { message: 'المصدر هو نفسه دائمًا.' },
  notMerged: { message: '«{title}» ليس مدموجًا في غيره ({kind}).' },
  nothingToTakeApart: { message: 'ليس في الدفتر ادعاء أو مصدر أو وسم بهذا المعرّف.' },

  tooManyViews: {
    message: 'العروض المحفوظة هي {most} بالفعل.',
    action: 'احذف أحدها ثم احفظ هذا.',
  },
  tagBelowItself: {
    message: 'لا يقع وسم تحت نفسه، ولا حين يُتراجع عن دمج.',
    action: 'اختر له مكانًا آخر.',
  },
  tagNameTaken: { message: 'يوجد وسم «{name}» من قبل.', action: 'ادمج الوسمين بدلًا من ذلك.' },
  tagNameTakenMeanwhile: {
    message: 'يوجد وسم «{name}» من قبل.',
    action: 'غيّر اسم ذاك أولًا ثم أخرج هذا من دمجه.',
  },
  sourceInUse: {
    message: '«{name}» مستعمل مرة ولا يمكن حذفه. | «{name}» مستعمل ولا يمكن حذفه. مرات الاستعمال: {count}.',
    action: 'أخرجه أولًا من السلاسل والمقالات والمصادر الأخرى التي تسمّيه.',
  },

  relatedToItself: { message: 'لا يتصل ادعاء بنفسه.', action: 'اختر ادعاء آخر.' },
  noEvidence: { message: 'لم يعد هذا الدليل في الادعاء.', action: 'أعد تحميل الادعاء.' },
  evidenceAlready: {
    message: 'هذا المقطع دليل على الادعاء من قبل.',
    action: 'اختر مقطعًا آخر، أو غيّر الدليل الموجود.',
  },
  evidenceTwice: {
    message: 'الدليل نفسه في هذا الادعاء مرتين.',
    action: 'أعد تحميل الادعاء وأضفه مرة.',
  },
  lowAboveHigh: { message: 'أدنى قيمة لهذا الرقم ({low}) أكبر من أعلاها ({high}).', action: 'بدّل بينهما.' },
  noSuchVersion: {
    message: 'ليس لـ «{title}» نسخة {version}؛ أحدثها {newest}.',
    action: 'اختر نسخة موجودة.',
  },
  statementsOfOtherVersion: {
    message: 'جاءت نسخة أحدث من «{title}» في هذه الأثناء؛ ورُقّمت أقوالها من جديد.',
    action: 'انظر في القائمة ثانية واختر منها.',
  },
  noSuchStatement: { message: 'لا يوجد القول {n}: وُجد {count}.', action: 'اختر رقمًا من القائمة.' },
  statementsOfWhich: {
    message: 'لم يُذكر أي مقال هو المقصود.',
    action: 'سمِّ مقالًا، أو قل --all لسرد أقوالها كلها.',
  },
  rulingOfTwo: {
    message: 'القرار بشأن الأصول يكون عن دليل واحد من هذا الادعاء أو دليلين مختلفين.',
    action: 'اخترها ثانية.',
  },
  rulingOfOneSide: {
    message: 'ما يدعم الادعاء وما يعارضه يُحسبان منفصلين ولا يُجمعان.',
    action: 'اختر دليلين من الجانب نفسه.',
  },
  noCommonPassage: { message: 'ليس لهذين المقالين مقطع مشترك.' },

  selectionDoesNotFit: {
    message: 'التحديد لا يوافق نص هذا المقال.',
    action: 'أعد تحميل المقال وحدّد المقطع ثانية.',
  },
  quoteNotThere: { message: '{quote} ليس في هذا المقال.', action: 'تحقق من اللفظ أو انسخه من المقال.' },
  quoteSeveralTimes: {
    message: '{quote} في هذا المقال أكثر من مرة: {count}.',
    action: 'قل أيها (من 1 إلى {count})، أو انقل كلمات أكثر.',
  },
  quoteFewerTimes: {
    message: '{quote} في هذا المقال مرة واحدة فقط. | {quote} في هذا المقال بهذا العدد فقط: {count}.',
    action: 'اختر موضعًا من 1 إلى {count}.',
  },

  noOutletYet: {
    message: 'لا ناشر لـ«{title}» بعد.',
    action: 'اذكر الناشر في رأس المقال ثم اضغط O ثانية؛ أما Y فيأخذه بلا قائل.',
  },
  fileNotChosen: { message: 'لم يُختر هذا الملف.', action: 'اختره ثانية.' },
  fileNotReadable: { message: 'لم يمكن قراءة «{name}».', action: 'لعله نُقل أو حُذف؛ اختره ثانية.' },
  emptyFile: { message: '«{name}» فارغ.', action: 'احفظه أو نزّله ثانية ثم استورده.' },
  articleTooLarge: {
    message: 'حجم «{name}» {megabytes} م.ب؛ ولا يتجاوز المقال {most} م.ب.',
    action: 'استورد الجزء الذي تحتاجه.',
  },
  notText: { message: 'ليس هذا الملف نصًا: يبدو برنامجًا أو صورة أو صيغة ثنائية أخرى.' },
  formatNotRead: { message: '«{name}» هو {format}، ولا يقرؤه Ascribe بعد.', action: '{then}' },
  formatUnknown: {
    message: '«{name}» ليس من نوع يعرفه Ascribe.',
    action: 'إنه يقرأ {endings}. وإن كان هذا نصًا بسيطًا فسمّه .txt أو ألصق نصه.',
  },
  nothingToRead: {
    message: 'لا شيء يُقرأ في «{name}».',
    action: 'إن كانت الصفحة تملأ نفسها ببرامج فاحفظها من المتصفح بعد تحميلها، أو ألصق نصها.',
  },
  noArticleIn: { message: 'لا شيء يُقرأ في «{name}».' },
  noArticleInFolder: { message: 'لا مقال في المجلد «{path}».', action: 'يقرأ Ascribe {endings}.' },
  nestedTooDeep: {
    message: 'لم يمكن قراءة «{name}»: عناصره متداخلة تداخلًا مفرطًا.',
    action: 'انسخ النص وألصقه.',
  },
  brokenStructure: { message: 'لم يمكن قراءة «{name}»: بنيته مكسورة.', action: 'انسخ النص وألصقه.' },
  tooMuchAtOnce: {
    message: 'هذا أكثر من {most} ميغابايت، وهو أقصى ما يُقبل دفعة واحدة.',
    action: 'خذ أقل في كل مرة.',
  },
  moreThanAnyArticle: {
    message: 'فيه أكثر من {most} {what}، وليس ذلك لأي مقال.',
    action: 'استورد الجزء الذي تحتاجه، أو انسخ نصه وألصقه.',
  },
  severalArticles: {
    message: 'في «{name}» مقالات عددها {count}؛ والنسخة مقال واحد.',
    action: 'استورد الملف وحده، أو ملفًا ليس فيه إلا هذا المقال.',
  },
  pdfLocked: { message: 'يطلب ملف PDF هذا كلمة سر.', action: 'أعطه كلمة سره.' },
  pdfPasswordWrong: { message: 'ليست هذه كلمة سر ملف PDF هذا.', action: 'أعطه غيرها.' },
  pdfDamaged: { message: 'ملف PDF هذا تالف أو ليس منه.', action: 'نزّله ثانية أو اطلب نسخة أخرى.' },
  pdfPageDamaged: {
    message: 'الصفحة {page} من ملف PDF هذا تالفة.',
    action: 'افتحه في برنامج آخر واحفظه من جديد واستورد ذلك.',
  },
  pdfTooLarge: { message: 'يحتاج ملف PDF هذا إلى ذاكرة أكثر من الموجود.', action: 'قسّمه أجزاء واستوردها.' },
  pdfWithoutWords: {
    message: 'ليس في «{name}» كلمات تُقرأ: صفحاته صور أو فارغة.',
    action: 'اطلب التعرف على كلماته (OCR): يأخذ ذلك ثواني لكل صفحة.',
  },
  archiveDamaged: { message: 'لا يمكن فك أجزائه: إنه تالف.', action: 'نزّله ثانية أو اطلب نسخة أخرى.' },
  officeLocked: {
    message: '«{name}» مقفل بكلمة مرور، أو وثيقة Word قديمة باسم جديد.',
    action: 'افتحه في Word أو LibreOffice واحفظه بصيغة ‎.docx بلا كلمة مرور ثم استورده.',
  },
  notInOriginal: {
    message: 'لم يُعثر على «{title}» في الملف الذي جاء منه.',
    action: 'استورد الملف مرة أخرى كنسخة جديدة منه.',
  },
  documentDamaged: {
    message: 'ليس فيه نص كالذي في وثيقة من نوعه.',
    action: 'افتحه في البرنامج الذي صنعه واحفظه من جديد.',
  },
  mailDamaged: { message: 'هذه الرسالة تالفة.', action: 'احفظها من برنامج البريد مرة أخرى.' },
  bookLocked: {
    message: 'هذا الكتاب مقفل (DRM): لا يفتحه إلا برنامج متجره.',
    action: 'اطلب من المتجر أو الناشر نسخة بلا قفل.',
  },
  noPages: { message: 'ليس لـ «{title}» صفحات كما طُبعت.', action: 'هي للمقالات التي من PDF فقط.' },
  noSuchPage: { message: 'لا توجد الصفحة {page}: في الوثيقة {count}.', action: 'اختر غيرها.' },
  isPicture: {
    message: '«{name}» صورة.',
    action: 'إن كان فيها كلمات فاطلب التعرف عليها (OCR): يأخذ ذلك ثواني.',
  },
  pictureDamaged: {
    message: 'هذه الصورة تالفة أو من نوع لا يُقرأ.',
    action: 'احفظها PNG واستورد ذلك.',
  },
  noRecogniser: { message: 'ما يتعرف على الكلمات في الصور غير مثبت.', action: 'ثبّت Ascribe مرة أخرى.' },
  gzipDamaged: { message: 'ملف gzip تالف.', action: 'نزّله ثانية.' },
  unpacksTooLarge: {
    message: 'يصير بعد فكه أكثر من {most} م.ب.',
    action: 'فكّه واستورد الجزء الذي تحتاجه.',
  },
  cannotPaste: { message: 'لا يمكن لصق نص من النوع «{mediaType}».', action: 'اختر نوعًا آخر.' },

  nothingToExport: { message: 'لا شيء للتصدير.' },
  exportIntoNotebook: { message: '«{path}» في الدفتر نفسه.', action: 'صدّر إلى مجلد خاص.' },
  noSuchPlace: {
    message: 'هذه المواضع ليست في النص أو يقع بعضها في بعض.',
    action: 'افتح المقال ثانية وصححه من جديد.',
  },
  versionChanged: {
    message: 'وصلت نسخة أخرى من «{title}» في هذه الأثناء.',
    action: 'افتحها ثانية وصحح تلك.',
  },
  notRecognised: {
    message: 'لم يُتعرف على «{title}» في صور: كلماته كلمات ناشره.',
    action: 'إن تغيرت فأضف نسخة أحدث.',
  },
  liveFolderGone: {
    message: 'المجلد «{path}» لم يعد موجودًا.',
    action: 'أعده إلى مكانه، أو اجعل مجلدًا آخر يتابع.',
  },
  editsChanged: { message: 'تغيّرت الملفات مرة أخرى منذ أن نظرت.', action: 'انظر ثانية إلى ما تغيّر هناك.' },
  liveNamesSomebody: {
    message: 'فيما سيُكتب اسم مصدر سري.',
    action: 'صدّر مرة بيدك واختر ما يصير إليه الاسم، ثم اجعل المجلد يتابع.',
  },
  exportCancelled: { message: 'أُلغي التصدير.', action: 'ما كُتب يبقى؛ صدّر ثانية لإكماله.' },
  archiveCancelled: { message: 'أُلغي التصدير.' },
  noSuchEdit: { message: 'لا يوجد تعديل رقم {n}؛ يوجد {count}.', action: 'اسردها ثانية.' },
  templateMissing: {
    message: 'تحتاج هذه الصيغة إلى قالب.',
    action: 'اختر ملفًا بلغة Liquid؛ في docs/templates.md ما يمكن أن يقوله.',
  },
  templateWrong: {
    message: '{file}، السطر {line}: {what}.',
    action: 'صحّح القالب؛ في docs/templates.md ما يمكن أن يقوله.',
  },
  noExportProfile: {
    message: 'لا يمكن كتابة {format} لأجل «{profile}».',
    action: 'يمكن كتابته لأجل: {known}.',
  },
  noExportFormat: { message: 'لا توجد صيغة تصدير «{format}».', action: 'الصيغ: {known}.' },

  cannotFilter: { message: 'لا يمكن التصفية بـ «{filter}».', action: 'صفِّ بـ {fields}.' },
  wrongFilter: { message: '«{field}» {fault}.' },
  noGrade: { message: 'لا توجد درجة «{grade}».', action: 'للمصادر A إلى F، وللادعاءات 1 إلى 6.' },
  noClaim: { message: 'لا يوجد في هذا الدفتر الادعاء {id}.' },
}
