/**
 * Names of columns by field, in English, French, Spanish, Portuguese, German, Russian, Chinese and Arabic, the surest
 * first; "field:unit" where the name itself says the unit. Compared folded: lower case, no accents, one space between
 * words.
 */
export const columnNames: readonly (readonly [string, string])[] = [
  [
    'key',
    'course id|id|course key|readable id|external id|identifier|course code|code|uid|uuid|slug|reference|ref|identifiant|id cours|id formation|numero|code formation|identificador|codigo|id curso|id do curso|kennung|kurs id|kursnummer|идентификатор|код курса|код|课程编号|编号|المعرف|رقم الدورة',
  ],
  [
    'title',
    'course title|title|course name|name|intitule de la formation|intitule formation|intitule du cours|intitule|titre du cours|titre|nom du cours|nom de la formation|nom|libelle|titulo del curso|titulo do curso|titulo|nombre del curso|nombre|nome do curso|nome|kurstitel|titel|kursname|bezeichnung|название курса|название|наименование|课程名称|课程标题|标题|名称|عنوان الدورة|عنوان المساق|اسم الدورة|العنوان|عنوان|course|cours|formation|mooc|curso|kurs|курс|课程',
  ],
  [
    'summary',
    'summary|short description|course short description|headline|subtitle|tagline|abstract|resume|accroche|description courte|resumen|descripcion corta|resumo|descricao curta|zusammenfassung|kurzbeschreibung|краткое описание|аннотация|简介|摘要|ملخص|نبذة',
  ],
  [
    'description',
    'description|long description|full description|course description|about|about this course|overview|details|presentation|descriptif|description longue|objectif|objectifs de la formation|descripcion|descripcion del curso|descricao|descricao do curso|sobre|beschreibung|kursbeschreibung|описание|описание курса|о курсе|课程描述|描述|课程介绍|介绍|الوصف|وصف الدورة|وصف',
  ],
  [
    'syllabus',
    'syllabus|course syllabus|curriculum|outline|course outline|contents|content|program|programme|programme detaille|plan du cours|contenu|contenu de la formation|programa|temario|contenido|conteudo|conteudo programatico|ementa|inhalt|inhalte|lehrplan|программа|программа курса|содержание|课程大纲|大纲|المحتوى|المنهج',
  ],
  [
    'outcomes',
    'learning outcomes|outcomes|what you will learn|what you ll learn|objectives|learning objectives|objectifs|objectifs pedagogiques|acquis|resultats attendus|objetivos|resultados de aprendizaje|lo que aprenderas|resultados|o que voce vai aprender|lernziele|lernergebnisse|результаты обучения|цели|学习目标|学习成果|أهداف التعلم|الأهداف',
  ],
  [
    'language',
    'language|languages|course language|content language|lang|locale|instructional language|langue|langues|langue du cours|langue d enseignement|idioma|idiomas|lengua|lingua|lingua do curso|sprache|sprachen|kurssprache|unterrichtssprache|язык|язык курса|语言|授课语言|اللغة|لغة',
  ],
  [
    'subtitles',
    'subtitles|subtitle languages|subtitle language|captions|caption languages|transcripts|transcript languages|sous titres|langues des sous titres|subtitulos|legendas|untertitel|субтитры|字幕|字幕语言|الترجمة',
  ],
  [
    'level',
    'level|course level|difficulty|course difficulty|difficulty level|level type|instructional level|niveau|niveau de difficulte|difficulte|nivel|dificultad|nivel de dificultad|dificuldade|schwierigkeit|schwierigkeitsgrad|уровень|сложность|уровень сложности|难度|级别|课程级别|المستوى|مستوى',
  ],
  [
    'type',
    'course type|type|pacing|pacing type|course pacing|mode|delivery mode|delivery|modality|format|course format|learning mode|type de cours|type de formation|modalite|modalites|modalite d enseignement|rythme|tipo|tipo de curso|modalidad|modalidade|ritmo|kursart|art|lernform|тип|тип курса|формат|课程类型|类型|نوع الدورة|النوع',
  ],
  [
    'certificate',
    'certificate|certificate type|certification|certificate available|has certificate|credential|certifiante|certificat|attestation|type de certificat|certificado|certificacion|tipo de certificado|certificacao|zertifikat|bescheinigung|сертификат|证书|شهادة|الشهادة',
  ],
  [
    'price',
    'price|course price|cost|costs|fee|fees|course fee|list price|amount|price detail|prix|prix total|prix ttc|prix total ttc|tarif|tarifs|cout|precio|costo|coste|tarifa|preco|valor|custo|preis|kosten|gebuhr|kursgebuhr|цена|стоимость|价格|费用|السعر|سعر|التكلفة',
  ],
  [
    'certificate-price',
    'certificate price|certificate cost|certificate fee|verified price|price of certificate|prix du certificat|cout du certificat|prix certificat|precio del certificado|preco do certificado|zertifikatspreis|preis des zertifikats|цена сертификата|证书价格|سعر الشهادة',
  ],
  [
    'currency',
    'currency|price currency|currency code|devise|monnaie|moneda|divisa|moeda|wahrung|валюта|货币|币种|العملة',
  ],
  ['free', 'is free|free|gratuit|gratuite|gratis|gratuito|kostenlos|бесплатно|免费|مجاني'],
  ['paid', 'is paid|paid|payant|de pago|pago|kostenpflichtig|платный|付费'],
  [
    'effort',
    'effort|course effort|weekly effort|effort per week|hours per week|weekly hours|student effort|workload|weekly workload|time commitment|commitment|effort hebdomadaire|charge de travail|heures par semaine|horas por semana|esfuerzo|dedicacion|esforco|carga semanal|aufwand|stunden pro woche|arbeitsaufwand|нагрузка|часов в неделю|每周学时|每周时间|الجهد|ساعات في الأسبوع',
  ],
  [
    'length',
    'length|course length|weeks|number of weeks|duration in weeks|nombre de semaines|semaines|semanas|numero de semanas|wochen|anzahl wochen|недель|количество недель|周数|课程周数|عدد الأسابيع',
  ],
  ['duration:minutes', 'content length min|content length minutes|duration minutes|duree en minutes|minutes'],
  [
    'duration:hours',
    'content duration|estimated content length|total hours|duration hours|hours|number of hours|nombre d heures|nombre heures total|duree en heures|heures|volume horaire|carga horaria|horas totales|horas|duracion en horas|stunden|gesamtstunden|часов|количество часов|课时|学时|总学时|عدد الساعات',
  ],
  [
    'duration',
    'duration|course duration|estimated duration|time to complete|estimated time|duree|duree de la formation|duree indicative|duracion|duracao|dauer|kursdauer|длительность|продолжительность|时长|持续时间|المدة|مدة',
  ],
  [
    'start',
    'start|start date|starts|starts on|startdate|begin date|begins|date|course start|date de debut|debut|date debut|commence le|fecha de inicio|inicio|data de inicio|comeco|startdatum|beginn|kursbeginn|дата начала|начало|开始日期|开课时间|开始时间|تاريخ البدء|تاريخ البداية',
  ],
  [
    'end',
    'end|end date|ends|ends on|enddate|finish date|course end|date de fin|fin|date fin|fecha de fin|fecha de finalizacion|data de fim|data de termino|termino|fim|enddatum|ende|kursende|дата окончания|окончание|结束日期|结束时间|تاريخ الانتهاء|تاريخ النهاية',
  ],
  [
    'enrolment-start',
    'enrollment start|enrolment start|enrollment opens|registration start|registration opens|debut des inscriptions|ouverture des inscriptions|inicio de inscripcion|inicio das inscricoes|anmeldebeginn|начало регистрации|报名开始',
  ],
  [
    'enrolment-end',
    'enrollment end|enrolment end|enrollment closes|registration end|registration deadline|enrollment deadline|application deadline|fin des inscriptions|cloture des inscriptions|date limite d inscription|fin de inscripcion|fim das inscricoes|anmeldeschluss|окончание регистрации|报名截止',
  ],
  [
    'run-key',
    'run|run id|run key|session|session id|numero de session|id session|edition|sesion|sessao|сессия|期次',
  ],
  [
    'provider',
    'institution|institutions|university|school|organization|organisation|course organization|provider|offered by|partner|partners|partner name|publisher|company|academy|etablissement|universite|ecole|organisme|organisme de formation|nom de l organisme|fournisseur|partenaire|institucion|universidad|entidad|proveedor|organizacion|centro|instituicao|universidade|instituicao de ensino|organizacao|anbieter|hochschule|universitat|einrichtung|университет|вуз|организация|провайдер|学校|大学|机构|المؤسسة|الجامعة|المزود',
  ],
  [
    'provider-url',
    'provider url|institution url|university url|organization url|organisation url|partner url|site de l organisme|url de l etablissement|url del proveedor',
  ],
  [
    'instructors',
    'instructors|instructor|instructor name|instructor names|instructor s|teacher|teachers|staff|faculty|professor|professors|lecturer|lecturers|author|authors|taught by|enseignant|enseignants|equipe pedagogique|formateur|formateurs|professeur|professeurs|intervenants|instructores|profesor|profesores|docente|docentes|professores|instrutor|instrutores|dozent|dozenten|dozierende|lehrende|kursleitung|преподаватель|преподаватели|инструктор|автор|авторы|教师|讲师|授课教师|المدرب|المدرس|المحاضر',
  ],
  [
    'subjects',
    'subject|subjects|category|categories|primary category|subcategory|sub category|topic|topics|course category|domain|domains|discipline|disciplines|field|area|department|theme|themes|thematique|thematiques|domaine|domaines|categorie|categories|matiere|sujet|tema|temas|categoria|categorias|materia|disciplina|area tematica|fachgebiet|fachbereich|kategorie|thema|themen|предмет|категория|тема|область|направление|学科|类别|分类|主题|الموضوع|التصنيف|الفئة|المجال',
  ],
  [
    'skills',
    'skills|skills taught|skill|course skills|associated skills|skills covered|competences|competences visees|competences acquises|habilidades|competencias|kompetenzen|fahigkeiten|навыки|компетенции|技能|المهارات|مهارات',
  ],
  ['formacode', 'formacode|code formacode|formacodes'],
  ['rome', 'rome|code rome|codes rome'],
  ['nsf', 'nsf|code nsf|codes nsf'],
  ['isced-f', 'isced|isced f|isced code|fields of study|cine|cite'],
  [
    'prerequisites',
    'prerequisites|prerequisite|requirements|course requirements|required knowledge|prerequis|pre requis|conditions d acces|conditions specifiques|requisitos|requisitos previos|prerrequisitos|pre requisitos|voraussetzungen|требования|предварительные требования|先修要求|先修课程|المتطلبات',
  ],
  [
    'url',
    'course url|url|link|course link|website|web page|page|web|course page|lien|lien du cours|adresse|adresse web|site|site web|url de la formation|enlace|url del curso|link do curso|pagina|kurslink|ссылка|адрес|网址|链接|课程链接|الرابط|رابط',
  ],
  [
    'image',
    'image|image url|course image|course image url|picture|thumbnail|thumbnail url|cover|cover image|photo|logo|illustration|vignette|imagen|imagem|bild|bild url|изображение|картинка|图片|封面|الصورة|صورة',
  ],
  ['video', 'video|video url|trailer|promo video|intro video|teaser|video de presentation|видео|视频|فيديو'],
  ['licence', 'license|licence|content license|licencia|licenca|lizenz|лицензия|许可|الترخيص'],
  [
    'rating',
    'rating|course rating|avg rating|average rating|stars|score|mean rating|note|note moyenne|evaluation|avis|valoracion|calificacion|puntuacion|avaliacao|nota|bewertung|рейтинг|оценка|评分|التقييم|تقييم',
  ],
  [
    'rating-count',
    'rating count|ratings count|number of ratings|num ratings|ratings|num reviews|number of reviews|reviews|review count|reviews num|nombre d avis|numero de valoraciones|numero de avaliacoes|anzahl bewertungen|количество отзывов|评价数|عدد التقييمات',
  ],
  [
    'enrolled',
    'n enrolled|enrolled|enrollment|enrolment|enrollment count|enrolled count|students|students enrolled|course students enrolled|num students|num subscribers|number of students|subscribers|learners|number of learners|participants|inscrits|nombre d inscrits|inscritos|alumnos|matriculados|estudiantes|teilnehmer|teilnehmerzahl|студентов|количество студентов|слушателей|学习人数|选课人数|عدد الطلاب',
  ],
];
