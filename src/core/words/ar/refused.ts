import type { Translated } from '../language.ts'
import type { refused as english } from '../refused.ts'

export const refused: Translated<typeof english> = {
  oldWord: {
    what: 'وثيقة Word من قبل عام 2007',
    then: 'احفظها بصيغة .docx من Word أو LibreOffice واستورد ذلك.',
  },
  kindle: { what: 'كتاب Kindle', then: 'استورد نسخة EPUB منه، أو انسخ نصه وألصقه.' },
  outlook: {
    what: 'بريد Outlook',
    then: 'احفظ الرسالة بصيغة .eml (اسحبها من Outlook أو «حفظ باسم») واستورد ذلك.',
  },
  json: { what: 'بيانات JSON', then: 'إن كان فيها مقال فانسخ نصه وألصقه.' },
  sheet: { what: 'جدول أو عرض تقديمي', then: 'انسخ النص الذي تحتاجه وألصقه.' },
  archive: { what: 'أرشيف ملفات', then: 'فكّه واستورد ما فيه.' },
  picture: { what: 'صورة', then: 'احفظها PNG أو JPEG واستورد ذلك: عندئذ يمكن التعرف على كلماتها.' },
  media: { what: 'صوت أو فيديو', then: 'استورد تفريغًا نصيًا له.' },
  xml: { what: 'بيانات XML', then: 'إن كان فيها مقال فانسخ نصه وألصقه.' },
  cards: { what: 'بطاقة عنوان أو تقويم', then: 'أضف المصادر التي فيها يدويًا.' },
  program: { what: 'برنامج أو أجزاؤه', then: 'إن كان فيه مقال فانسخ نصه وألصقه.' },
}
