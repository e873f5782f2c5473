import { createHash } from 'node:crypto';

/**
 * The whole style sheet of what other sites show of ours: small, alone, and like the site. The page says by `data-theme`
 * whether it is light or dark; without a word it follows the reader's system.
 */
export const embedStyle = `
:root{color-scheme:light dark;--paper:light-dark(#fffdf9,#1b2830);--line:light-dark(#e2d9c9,#2b3b45);--ink:light-dark(#1b2a33,#ece6db);--soft:light-dark(#52616b,#a9b7bf);--bridge:light-dark(#0f5c6e,#6fc3d3);--on:light-dark(#fff,#0c1418);--star:light-dark(#9a5b00,#f0b257);--tint:light-dark(#e1eff1,#173640)}
[data-theme=light]{color-scheme:light}
[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box;margin:0}
body{padding:1px;background:none;color:var(--ink);font:16px/1.45 system-ui,'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic','Noto Sans CJK SC',sans-serif;overflow-wrap:anywhere}
a{color:var(--bridge);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--star);outline-offset:2px}
.box{display:grid;gap:.5rem;padding:1rem 1.1rem;border:1px solid var(--line);border-radius:14px;background:var(--paper)}
h1{font-size:1.15rem;line-height:1.25}
h1 a{color:inherit;text-decoration-thickness:1px}
.soft{color:var(--soft);font-size:.9rem}
.chip{justify-self:start;padding:.15rem .6rem;border-radius:99px;background:var(--tint);font-size:.88rem}
.mark b{color:var(--star)}
.go{justify-self:start;display:inline-flex;align-items:center;min-height:44px;padding:0 1rem;border:0;border-radius:10px;background:var(--bridge);color:var(--on);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.foot{display:flex;gap:.4rem;align-items:center;border-top:1px solid var(--line);padding-top:.5rem;font-size:.85rem}
.foot svg{width:18px;height:18px;flex:none}
ol{display:grid;gap:.45rem;padding:0;list-style:none}
.line{display:flex;flex-wrap:wrap;gap:.6rem}
.line input{flex:1 1 10rem;min-width:0;min-height:44px;padding:0 .8rem;border:1px solid var(--soft);border-radius:10px;background:var(--paper);color:var(--ink);font:inherit}
.unseen{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.badge{display:inline-flex;flex-wrap:wrap;gap:.2rem .6rem;align-items:baseline;padding:.5rem .8rem;border:1px solid var(--line);border-radius:10px;background:var(--paper);color:var(--ink);text-decoration:none}
`.trim();

/** Its address changes with its content, so that browsers may keep it for ever. */
export const embedStylePath = `/embed.css?v=${createHash('sha1').update(embedStyle).digest('hex').slice(0, 8)}`;
