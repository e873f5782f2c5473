import type { Criteria, DropReason, Proof, ReviewStatus } from '../tables.ts';

/** What a sample review says: invented, and it says so itself. */
export interface SampleText extends SampleShape {
  readonly body: string;
  readonly pros?: string;
  readonly cons?: string;
  readonly forWhom?: string;
}

interface SampleShape {
  readonly stars: number;
  readonly status: ReviewStatus;
  readonly dropReason?: DropReason;
  readonly criteria: Criteria;
  readonly hours: number;
  readonly proof: Proof;
  readonly helpful: number;
  readonly daysAgo: number;
}

const finished: SampleShape = {
  stars: 5,
  status: 'finished',
  criteria: { content: 5, teaching: 4, exercises: 5, support: 4 },
  hours: 4,
  proof: 'certificate',
  helpful: 3,
  daysAgo: 20,
};
const stopped: SampleShape = {
  stars: 3,
  status: 'dropped',
  dropReason: 'time',
  criteria: { content: 4, teaching: 3 },
  hours: 6.5,
  proof: 'none',
  helpful: 1,
  daysAgo: 45,
};
const underWay: SampleShape = {
  stars: 4,
  status: 'under-way',
  criteria: { teaching: 4, support: 3 },
  hours: 5,
  proof: 'enrolled',
  helpful: 0,
  daysAgo: 6,
};

/** Three samples in each language. */
export const sampleTexts: Readonly<Record<string, readonly SampleText[]>> = {
  en: [
    {
      ...finished,
      body: 'Sample text. Here a reviewer says what the course taught them and how it is taught.',
      pros: 'Sample: what is good',
      cons: 'Sample: what could be better',
      forWhom: 'Sample: for whom it is',
    },
    {
      ...stopped,
      body: 'Sample text of somebody who stopped. The reason they chose from the list stands above.',
    },
    { ...underWay, body: 'Sample text of somebody who is still at it. A provider may answer below, once.' },
  ],
  fr: [
    {
      ...finished,
      body: 'Texte d’exemple. Ici, on lit ce que le cours a apporté et comment il est enseigné.',
      pros: 'Exemple : les points forts',
      cons: 'Exemple : les points à améliorer',
      forWhom: 'Exemple : à qui il s’adresse',
    },
    {
      ...stopped,
      body: 'Texte d’exemple d’un avis après un arrêt. La raison choisie dans la liste figure au-dessus.',
    },
    {
      ...underWay,
      body: 'Texte d’exemple d’un avis en cours de route. L’établissement peut répondre dessous, une fois.',
    },
  ],
  es: [
    {
      ...finished,
      body: 'Texto de ejemplo. Aquí se lee qué aportó el curso y cómo se enseña.',
      pros: 'Ejemplo: lo bueno',
      cons: 'Ejemplo: lo mejorable',
      forWhom: 'Ejemplo: para quién es',
    },
    { ...stopped, body: 'Texto de ejemplo de quien lo dejó. El motivo elegido en la lista figura arriba.' },
    {
      ...underWay,
      body: 'Texto de ejemplo de quien aún lo sigue. La institución puede responder debajo, una vez.',
    },
  ],
  pt: [
    {
      ...finished,
      body: 'Texto de exemplo. Aqui se lê o que o curso trouxe e como é ensinado.',
      pros: 'Exemplo: pontos fortes',
      cons: 'Exemplo: o que pode melhorar',
      forWhom: 'Exemplo: para quem é',
    },
    { ...stopped, body: 'Texto de exemplo de quem parou. O motivo escolhido na lista aparece acima.' },
    {
      ...underWay,
      body: 'Texto de exemplo de quem ainda está fazendo. A instituição pode responder abaixo, uma vez.',
    },
  ],
  ru: [
    {
      ...finished,
      body: 'Пример текста. Здесь пишут, что дал курс и как он построен.',
      pros: 'Пример: что хорошо',
      cons: 'Пример: что можно улучшить',
      forWhom: 'Пример: кому подойдёт',
    },
    { ...stopped, body: 'Пример отзыва того, кто остановился раньше. Причина из списка указана выше.' },
    { ...underWay, body: 'Пример отзыва того, кто ещё учится. Организатор может один раз ответить ниже.' },
  ],
  zh: [
    {
      ...finished,
      body: '示例文字。评价者会在这里写学到了什么、课程如何讲授。',
      pros: '示例：优点',
      cons: '示例：不足之处',
      forWhom: '示例：适合谁',
    },
    { ...stopped, body: '示例文字，来自中途停止的情形。从列表中选择的原因显示在上方。' },
    { ...underWay, body: '示例文字，来自正在学习的情形。开课机构可以在下方回复一次。' },
  ],
  ar: [
    {
      ...finished,
      body: 'نص للمثال. هنا يُكتب ما تعلّمه المرء وكيف تُدرَّس الدورة.',
      pros: 'مثال: ما يعجب',
      cons: 'مثال: ما يمكن تحسينه',
      forWhom: 'مثال: لمن تصلح',
    },
    { ...stopped, body: 'نص للمثال ممن توقف قبل النهاية. السبب المختار من القائمة مذكور أعلاه.' },
    { ...underWay, body: 'نص للمثال ممن لا يزال يتابع. يمكن للجهة المقدِّمة الرد أسفله مرة واحدة.' },
  ],
};
