import { directionOf, isLang } from '../i18n/languages.ts';
import { renderCourseText, type TextScene } from './render-course-text.ts';

export interface CourseTextProps {
  /** Course text, clean. */
  readonly text: string;
  /** BCP 47 tag of the text. */
  readonly lang: string;
  readonly scene: TextScene;
}

/** A course text as running text, in its own language and direction. */
export function CourseText({ text, lang, scene }: CourseTextProps) {
  const dir = isLang(lang) ? directionOf(lang) : 'auto';
  const html = renderCourseText(text, scene);
  return <div class="prose rich-text" lang={lang} dir={dir} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The same inside a line: a choice, a label. A single paragraph stands without its element. */
export function CourseLine({ text, lang, scene }: CourseTextProps) {
  const dir = isLang(lang) ? directionOf(lang) : 'auto';
  const whole = renderCourseText(text, scene);
  const html = /^<p>((?:(?!<\/?p\b)[\s\S])*)<\/p>$/.exec(whole)?.[1] ?? whole;
  return <span class="course-line-text" lang={lang} dir={dir} dangerouslySetInnerHTML={{ __html: html }} />;
}
