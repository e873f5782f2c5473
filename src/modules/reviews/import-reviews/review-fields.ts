import { foldHeader } from '../../catalog/index.ts';

/**
 * Names by which feeds call what they say of a review, in English, French, Spanish, Portuguese, German, Russian, Chinese
 * and Arabic, and schema.org's. Compared folded: lower case, no accents, one space between words; the members of a nested
 * object follow its name ("course url"). Names of persons are in no list: they are not kept.
 */
const names = {
  courseKey:
    'course id|course key|course code|course slug|course run id|id course|id cours|identifiant du cours|id formation|code formation|numero formation|id curso|id do curso|codigo curso|codigo do curso|kurs id|id курса|код курса|课程编号|课程 id|课程id|رقم الدورة|معرف الدورة|course identifier|course external id|item reviewed identifier|item reviewed course code|course readable id',
  courseUrl:
    'course url|course link|course address|course page|url|link|item reviewed url|item reviewed id|url du cours|lien du cours|lien|adresse du cours|url de la formation|url del curso|enlace del curso|enlace|url do curso|link do curso|kurs url|kurslink|ссылка на курс|ссылка|课程链接|链接|رابط الدورة|رابط',
  courseTitle:
    'course title|course name|course|item reviewed name|titre du cours|nom du cours|intitule du cours|intitule de la formation|cours|formation|titulo del curso|nombre del curso|curso|titulo do curso|nome do curso|kurstitel|kursname|kurs|название курса|курс|课程名称|课程|عنوان الدورة|اسم الدورة|الدورة',
  platform: 'platform|platform slug|course platform|plateforme|plataforma|plattform|платформа|平台|المنصة',
  stars:
    'rating|stars|score|star rating|review rating|review rating rating value|rating value|overall rating|overall|mark|grade|note|note globale|note sur 5|etoiles|evaluation|calificacion|valoracion|puntuacion|estrellas|nota|avaliacao|classificacao|estrelas|bewertung|sterne|оценка|рейтинг|звезды|评分|星级|التقييم|تقييم|النجوم|course rating|rating overall',
  outOf: 'review rating best rating|best rating|out of|scale|max rating|bareme|sur|escala|шкала|满分',
  date: 'date|rated on|date reviews|date review|review date|date published|datepublished|published at|created|created at|created on|written at|posted at|rated at|submitted at|timestamp|time|day|date de l avis|date avis|date de publication|publie le|cree le|depose le|fecha|fecha de publicacion|fecha de la resena|data|data de publicacao|data da avaliacao|datum|erstellt am|дата|дата отзыва|дата публикации|日期|评论日期|时间|التاريخ|تاريخ',
  key: 'id|key|review id|rating id|review key|external key|external id|uuid|identifier|identifiant|id avis|numero avis|id resena|id avaliacao|id отзыва|评论编号|评论 id|المعرف',
  headline:
    'title|headline|review title|subject|titre|titre de l avis|titulo|titulo de la resena|titulo da avaliacao|titel|заголовок|标题|评论标题|عنوان|عنوان المراجعة',
  body: 'review|reviews|body|text|comment|comments|content|review text|review body|review content|review comment|message|description|opinion|feedback|avis|commentaire|commentaires|texte|texte de l avis|temoignage|resena|comentario|opinion texto|texto|avaliacao texto|comentarios|kommentar|text der bewertung|отзыв|текст|текст отзыва|комментарий|评论|评论内容|内容|المراجعة|التعليق|النص',
  pros: 'pros|advantages|strengths|positives|positive notes|positive|liked|points forts|avantages|points positifs|puntos fuertes|ventajas|pontos fortes|vantagens|vorteile|достоинства|плюсы|优点|الإيجابيات',
  cons: 'cons|disadvantages|weaknesses|negatives|negative notes|negative|disliked|points faibles|inconvenients|points negatifs|puntos debiles|desventajas|pontos fracos|nachteile|недостатки|минусы|缺点|السلبيات',
  forWhom:
    'for whom|recommended for|audience|pour qui|public|para quien|para quem|fur wen|для кого|适合谁|适合人群|لمن',
  lang: 'language|lang|in language|locale|review language|langue|idioma|lingua|sprache|язык|语言|اللغة',
  status: 'status|completion|completion status|progress|statut|avancement|estado|situacao|статус|状态|الحالة',
  dropReason: 'drop reason|dropped because|reason|raison de l abandon|motivo|причина|原因|السبب',
  experiencedOn:
    'experienced on|date of experience|experience date|taken on|completed on|date de l experience|suivi en|fecha de la experiencia|data da experiencia|дата обучения|学习日期|تاريخ التجربة',
  run: 'run|run label|session|edition|sesion|sessao|сессия|期次|الدفعة',
  hours:
    'hours a week|hours per week|weekly hours|workload|heures par semaine|horas por semana|часов в неделю|每周学时|ساعات في الأسبوع',
  proof: 'proof|preuve|prueba|prova|подтверждение|证明|الإثبات',
  anonymous: 'anonymous|is anonymous|anonyme|anonimo|анонимно|匿名|مجهول',
  /** 'plain' where texts hold no marks of HTML, however they look. */
  textFormat: 'text format',
  content: 'criteria content|rating content|content rating',
  teaching: 'criteria teaching|rating teaching|teaching rating',
  exercises: 'criteria exercises|rating exercises|exercises rating',
  support: 'criteria support|rating support|support rating',
} as const;

export type ReviewField = keyof typeof names;

/** What was read of one field, the surest column first. */
const known: ReadonlyMap<string, { readonly field: ReviewField; readonly rank: number }> = new Map(
  (Object.keys(names) as ReviewField[]).flatMap((field) =>
    names[field].split('|').map((name, rank) => [foldHeader(name), { field, rank }] as const),
  ),
);

/** "date_reviews" -> the date, with how sure that is (0 the surest); undefined for a name that says nothing. */
export const fieldOf = (name: string): { readonly field: ReviewField; readonly rank: number } | undefined =>
  known.get(foldHeader(name));

/** Where each field stands in a table; undefined for one that it has not. */
export function columnsOf(header: readonly string[]): ReadonlyMap<ReviewField, number> {
  const best = new Map<ReviewField, { index: number; rank: number }>();
  for (const [index, name] of header.entries()) {
    const found = fieldOf(name);
    if (!found) continue;
    const before = best.get(found.field);
    if (!before || found.rank < before.rank) best.set(found.field, { index, rank: found.rank });
  }
  return new Map([...best].map(([field, { index }]) => [field, index]));
}
