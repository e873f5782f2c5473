/** Domains where anybody has a mailbox, among them those that show courses too; and names that are nobody's (RFC 2606). */
const domains = new Set(
  (
    'gmail.com googlemail.com google.com outlook.com hotmail.com hotmail.fr live.com msn.com yahoo.com yahoo.fr yahoo.es ' +
    'yahoo.com.br icloud.com me.com aol.com proton.me protonmail.com gmx.com gmx.net gmx.de web.de mail.com zoho.com ' +
    'orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr uol.com.br bol.com.br terra.com.br ig.com.br terra.es ' +
    'telefonica.net yandex.ru ya.ru mail.ru bk.ru inbox.ru list.ru rambler.ru qq.com foxmail.com 163.com 126.com yeah.net ' +
    'sina.com sina.cn sohu.com aliyun.com naver.com daum.net example.com example.net example.org'
  ).split(' '),
);

/** Whether an address there says nothing of whom somebody works for. */
export const isEverybodys = (domain: string): boolean => domains.has(domain.toLowerCase());
