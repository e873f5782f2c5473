import type { Translator } from '../../../platform/i18n/translator.ts';
import type { CertificateKind, CourseFormat, CourseKind, Level } from '../course-document/course-document.ts';

/** "beginner" */
export const levelName = (t: Translator, level: Level): string => t(`catalog.level.${level}`);

/** "free certificate" */
export const certificateName = (t: Translator, kind: CertificateKind): string =>
  t(`catalog.certificate.${kind}`);

/** "open to all (MOOC)" */
export const kindName = (t: Translator, kind: CourseKind): string => t(`catalog.kind.${kind}`);

/** "online" */
export const formatName = (t: Translator, format: CourseFormat): string => t(`catalog.format.${format}`);
