const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/**
 * Words that say nothing of a course, folded, by language: grammar first, then what every review of a course says ("course",
 * "good", "thanks").
 */
export const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: words(`le la les un une des du de d l et ou mais donc or ni car que qui quoi dont ce cet cette ces c s n m t j y en au aux
    dans par pour avec sans sous sur entre vers chez je tu il elle on nous vous ils elles me te se lui leur leurs mon ma mes ton ta
    tes son sa ses notre nos votre vos moi toi est sont etait etaient ete etre suis es sommes etes sera serait ai as a ont avons
    avez avait avoir eu fait faire faut peut peuvent pu dit dire si ne pas plus moins tres trop peu bien mal bon bonne bons bonnes
    tout tous toute toutes aussi encore deja jamais toujours comme quand alors puis ainsi meme autre autres chaque quelque quelques
    certain certains plusieurs beaucoup vraiment assez cela ca celui celle ceux rien non oui ici la-bas apres avant pendant depuis
    lors afin car parce cours mooc formation merci recommande recommander super excellent excellente genial parfait interessant
    interessante aime adore trouve trouver donne permet suivi suivre suis`),
  en: words(`the a an and or but if then so of in on at to from by for with without about into over under between through during
    before after above below up down out off again further once here there when where why how all any both each few more most other
    some such no nor not only own same than too very can will just should would could may might must shall i you he she it we they
    me him her us them my your his its our their mine this that these those am is are was were be been being have has had having do
    does did doing what which who whom as because while until also even still much many lot lots really quite get got make made one
    two course courses mooc class good great nice excellent amazing awesome best better well thank thanks recommend recommended love
    loved like liked enjoy enjoyed think found find take took taking ve ll re don didn doesn isn wasn won couldn`),
  es: words(`el la los las un una unos unas de del al a en y o u e pero que qui como cuando donde por para con sin sobre entre hasta
    desde hacia yo tu el ella nosotros vosotros ellos ellas me te se nos os le les lo mi mis su sus nuestro nuestra este esta esto
    estos estas ese esa eso esos esas aquel es son era eran fue fueron ser sido estar estoy esta estan estaba hay he ha han haber
    hacer hace hecho si no mas menos muy mucho mucha muchos muchas poco tan tanto todo toda todos todas otro otra otros otras tambien
    ya aun siempre nunca solo bien mal bueno buena buenos buenas algo nada cada porque pues curso cursos mooc gracias recomiendo
    recomendable excelente genial perfecto interesante gusta gusto encanta parece puede pueden`),
  pt: words(`o a os as um uma uns umas de do da dos das em no na nos nas ao aos e ou mas que quem como quando onde por para com sem
    sobre entre ate desde eu tu ele ela nos vos eles elles me te se lhe lhes meu minha meus minhas seu sua seus suas nosso nossa este
    esta isto estes estas esse essa isso aquele aquela e sao era eram foi foram ser sido estar estou esta estao tem tenho tinha ha
    ter haver fazer faz feito se nao mais menos muito muita muitos muitas pouco tao tanto todo toda todos todas outro outra outros
    outras tambem ja ainda sempre nunca so bem mal bom boa bons boas algo nada cada porque pois curso cursos mooc obrigado obrigada
    recomendo excelente otimo otima perfeito interessante gostei gosto adorei pode podem`),
  ru: words(`и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о
    из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может
    они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому
    этого какой совсем ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех никогда можно при наконец два об другой
    хоть после над больше тот через эти нас про всего них какая много разве три эту моя впрочем хорошо свою этой перед иногда лучше
    чуть том нельзя такой им более всегда конечно всю между очень это курс курса курсе курсы спасибо рекомендую отличный отлично
    хороший понравился понравилось просто также`),
  zh: words(`的 了 和 是 在 我 有 就 不 人 都 一 一个 上 也 很 到 说 要 去 你 会 着 没有 看 好 自己 这 那 他 她 它 们 我们 你们 他们 这个 那个
    但是 因为 所以 如果 可以 非常 比较 还是 还 而且 或者 以及 对 对于 从 把 被 让 给 与 及 等 更 最 太 真 真的 什么 怎么 课程 课 学习
    老师 感谢 谢谢 推荐 喜欢 不错 很好 觉得 一些 这门 门 内容 之后 时候 能 能够 并 但 只 又 再 吧 啊 呢 吗 地 得 没 为 之 其 中 里 后 前`),
  ar: words(`في من على الى عن مع هذا هذه ذلك تلك التي الذي الذين ان انه انها كان كانت يكون هو هي هم نحن انا انت ما لا لم لن قد كل بعض
    غير بين بعد قبل عند حتى اذا لكن او ثم اي كما هناك جدا ايضا فقط حيث منذ خلال اكثر اقل كثير كثيرا شيء دوره الدوره دورات كورس شكرا
    انصح رائع رائعه ممتاز ممتازه جيد جيده احببت اعجبني ليس له لها به بها فيه فيها عليه عليها منه منها لي لك ذات كنت يمكن`),
};
