/** Entries with commas between them. */
const listed = (text: string): readonly string[] => text.split(',').map((entry) => entry.trim());

/**
 * Insults and slurs by language, folded (lower case, without accents), whole words or phrases. Short on purpose: words that
 * mean something else in another sentence stand only in phrases. What is found waits for a person; nothing is removed by it.
 */
export const insultWords: Readonly<Record<string, readonly string[]>> = {
  fr: listed(`
    connard, connards, connarde, conasse, connasse, connasses, gros con, sale con, pauvre con, bande de cons,
    quel con, encule, encules, enculer, salope, salopes, salopard, salaud, salauds, pute, putes, fils de pute,
    fdp, ntm, nique ta mere, batard, batards, abruti, abrutis, abrutie, debile mental, cretin, cretins, pd,
    pede, pedes, tapette, bougnoule, bougnoules, negre, negres, youpin, bicot, sale arabe, sale juif,
    sale noir, sale blanc, va te faire foutre, ferme ta gueule, ta gueule, trou du cul, couilles molles,
    gros porc, ordure humaine, sous merde, grosse merde`),
  en: listed(`
    fuck, fucks, fucking, fucker, fuckers, fucked, motherfucker, motherfuckers, bullshit, shithead,
    piece of shit, asshole, assholes, arsehole, bastard, bastards, bitch, bitches, cunt, cunts, wanker,
    wankers, dickhead, dickheads, moron, morons, imbecile, retard, retards, retarded, scumbag, scumbags,
    nigger, niggers, faggot, faggots, kike, paki, tranny, whore, whores, slut, sluts, kill yourself, kys,
    go die, stupid idiot, stupid idiots, you idiot, twat`),
  es: listed(`
    gilipollas, cabron, cabrones, cabrona, hijo de puta, hijos de puta, hijueputa, hdp, puta madre,
    puta mierda, puto, putos, pendejo, pendejos, pendeja, mamon, mamones, maricon, maricones, imbecil,
    imbeciles, subnormal, subnormales, retrasado mental, malparido, malparidos, zorra, zorras,
    boludo de mierda, la concha de tu madre, vete a la mierda, que te jodan, come mierda, sudaca, sudacas,
    negro de mierda, panchito, moro de mierda, capullo, capullos, soplapollas, carapolla`),
  pt: listed(`
    filho da puta, filhos da puta, fdp, caralho, cabrao, cabroes, cuzao, cuzoes, arrombado, arrombados, otario,
    otarios, babaca, babacas, imbecil, imbecis, retardado, retardados, vagabunda, vagabundas, vadia, vadias,
    puta que pariu, vai se foder, vai tomar no cu, vtnc, va a merda, viado, viados, bicha nojenta, paneleiro,
    paneleiros, desgracado, desgracados, corno manso, merda de gente, preto de merda, macaco imundo, escroto,
    escrotos, foda se`),
  ru: listed(`
    сука, суки, сук, сукой, суке, сучка, сучки, блядь, бляди, бля, хуй, хуя, хуйня, хуйню, хуево, нахуй, похуй,
    пизда, пизды, пиздец, пиздабол, ебать, ебаный, ебаная, ебаные, ебанутый, ебанутые, заебали, мудак, мудаки,
    мудаков, мудила, долбоеб, долбоебы, уебок, уебки, урод, уроды, ублюдок, ублюдки, мразь, мрази, тварь,
    твари, гандон, гандоны, пидор, пидоры, пидорас, пидорасы, дебил, дебилы, дебилов, идиоты, кретин, кретины,
    чурка, чурки, хач, хачи, жид, жиды, черножопый, шлюха, шлюхи`),
  zh: listed(`
    傻逼, 傻屄, 煞笔, 沙雕玩意, 操你妈, 草泥马, 操你, 肏你, 他妈的, 你妈逼, 妈的智障, 狗日的, 狗娘养的, 王八蛋, 混蛋, 滚蛋, 去死吧, 贱人, 婊子, 臭婊子, 脑残, 智障, 弱智,
    白痴, 蠢货, 人渣, 畜生, 杂种, 死全家, 废物老师, 垃圾老师, 骗子老师, 支那, 黑鬼`),
  ar: listed(`
    حمار, حمير, يا كلب, ابن الكلب, ابن كلب, اولاد الكلب, يا حيوان, حيوانات, غبي, اغبياء, احمق, حمقي, قذر,
    قذرين, حقير, حقراء, سافل, سفله, وسخ, وسخين, عاهره, شرموطه, شرموط, قحبه, كس امك, كسمك, ابن العاهره,
    ابن الشرموطه, يلعن ابوك, لعنه الله عليك, منيك, خول, متخلف, متخلفين, معاق ذهنيا, زباله البشر, تفو عليكم`),
};

/** Words that are insults whatever the language of the text. */
export const insultsAnywhere: readonly string[] = listed(`
    fuck, fucking, motherfucker, asshole, bullshit, nigger, faggot, cunt, hijo de puta, filho da puta,
    fils de pute, connard, encule, gilipollas`);
