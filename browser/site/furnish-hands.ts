import { join } from 'node:path';
import { joinCourse } from '../../src/app/testing/page-learning.ts';
import { found, type Hand } from '../../src/app/testing/page-lists.ts';
import { packHandsCourse } from './hands-course.ts';

export interface HandsOrder {
  readonly folder: string;
  readonly author: Hand;
  readonly learner: Hand;
  readonly importPackage: (file: string) => Promise<unknown>;
}

/** The course of `packHandsCourse` comes in as a package, and the learner takes it; its id. */
export async function furnishHands({ folder, author, learner, importPackage }: HandsOrder): Promise<string> {
  await importPackage(await packHandsCourse(join(folder, 'hands.zip')));
  await joinCourse(learner, 'a-la-main');
  return found(
    await author.html('/fr/teach?all=yes'),
    /\/teach\/courses\/([0-9a-f-]{36})"[^>]*><bdi>À la main/,
  );
}
