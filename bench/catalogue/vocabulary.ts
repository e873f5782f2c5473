import { type Chance, chanceFrom } from './chance.ts';

export const benchLanguages = ['en', 'es', 'fr', 'zh', 'pt', 'ru'] as const;
export type BenchLanguage = (typeof benchLanguages)[number];

/** Words invented from the sounds of a language, in the order of how common they are, and its little words. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly little: readonly string[];
}

const sounds: Readonly<
  Record<Exclude<BenchLanguage, 'zh'>, readonly [starts: string, middles: string, ends: string]>
> = {
  en: [
    'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sp st t th tr v w',
    'a ai e ea ee i o oa oo ou u',
    'ing tion er ment ness al ity ly ic ment ed ble ure age ship',
  ],
  es: [
    'b br c ch cr d f fr g gr h j l ll m n p pr qu r s t tr v z',
    'a e i o u ia ie ue ío á é',
    'ción dad mente ar er ado ismo aje ura ista ero oso eza miento',
  ],
  fr: [
    'b br c ch cl d dr f fl g gr j l m n p pl pr qu r s t tr v',
    'a e é è i o ou u ai eau oi eu',
    'tion ment eur ité age ique isme ance ure ier able esse oire',
  ],
  pt: [
    'b br c ch cr d f fr g gr j l lh m n p pr qu r s t tr v x',
    'a e i o u ã õe ei ou ia é',
    'ção dade mente ar er ado ismo agem ura ista eiro oso eza mento',
  ],
  ru: [
    'б бр в г гр д др ж з к кр л м н п пр р с ст т тр ф х ц ч ш',
    'а е и о у ы э ю я ё ай ой',
    'ение ость ание ция тель ник ство ный ика изм ура овать',
  ],
};

const little: Readonly<Record<BenchLanguage, string>> = {
  en: 'the of and to in a is for with on this that you will your how by from are an',
  es: 'de la que el en y a los se del las un por con una su para es al lo',
  fr: 'de la le et les des en un du une que est pour qui dans par vous sur au à',
  zh: '的 和 在 是 了 与 为 中 对 从',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as',
  ru: 'и в не на что с по как это для к из от о у за так при или же',
};

const chinese =
  '管理 项目 数据 分析 设计 学习 机器 编程 语言 英语 汉语 历史 文化 经济 市场 营销 金融 会计 法律 教育 心理 健康 医学 护理 生物 化学 物理 数学 统计 工程 建筑 能源 环境 气候 农业 食品 烹饪 音乐 电影 摄影 绘画 写作 新闻 传播 政治 社会 哲学 宗教 艺术 博物馆 旅游 酒店 物流 供应链 质量 安全 网络 软件 硬件 电子 机械 汽车 航空 材料 创业 领导 团队 沟通 谈判 人力 资源 招聘 培训 职业 就业 面试 简历 公司 企业 政府 公共 政策 国际 贸易 投资 银行 保险 税务 审计 战略 创新 产品 用户 体验 界面 图形 动画 游戏 视频 直播 电商 平台 算法 模型 智能 人工 深度 神经 图像 识别 自然 处理 云计算 数据库 服务器 运维 测试 开发 前端 后端 移动 应用 小程序 区块链 密码 隐私 入门 基础 进阶 高级 实践 案例 方法 技术 理论 研究 论文 实验 考试 证书 课程';

/** How many words a language has here; half of them stand in a handful of courses. */
export const vocabularySize = 40_000;

export function vocabularyOf(language: BenchLanguage): Vocabulary {
  const chance = chanceFrom(1000 + benchLanguages.indexOf(language));
  const words = new Set<string>(language === 'zh' ? chinese.split(' ') : []);
  while (words.size < (language === 'zh' ? 4000 : vocabularySize)) {
    words.add(language === 'zh' ? pair(chance) : invented(chance, sounds[language]));
  }
  return { words: [...words], little: little[language].split(' ') };
}

const signs = [...new Set(chinese.replaceAll(' ', ''))];
const pair = (chance: Chance): string => chance.pick(signs) + chance.pick(signs);

function invented(
  chance: Chance,
  [starts, middles, ends]: readonly [starts: string, middles: string, ends: string],
): string {
  const syllables = 1 + chance.below(3);
  let word = '';
  for (let place = 0; place < syllables; place += 1)
    word += chance.pick(starts.split(' ')) + chance.pick(middles.split(' '));
  return word + chance.pick(starts.split(' ')) + chance.pick(ends.split(' '));
}
