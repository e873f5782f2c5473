import { expect, it } from 'vitest';
import { course, importing } from '../testing/catalog-stage.ts';
import { operatorStage } from '../testing/operator-stage.ts';
import { storedCourses } from '../testing/stage.queries.ts';
import { correctionFields, readCosts } from './correction-form.ts';

const { db, ask } = await operatorStage();

await importing(db, [
  course('a', {
    title: 'Payroll',
    level: 'beginner',
    summary: 'Pay.',
    costs: [{ kind: 'access', amount: 0, currency: 'EUR', checkedOn: '2026-11-01' }],
    subjects: [{ scheme: 'label', label: 'Law', code: '1' }],
  }),
  course('b', { title: 'Law for all', url: 'https://b.example/law' }),
]);
const theCourse = async () => {
  const found = (await storedCourses(db)).find(
    (each) => each.platform === 'alpha' && !each.title.startsWith('Law'),
  );
  if (!found) throw new Error('no course');
  return found;
};
const { id, document } = await theCourse();
const shown = () => correctionFields(document as never);
const path = `/operator/courses/${id}`;

it('stores only what was touched, wins over later imports, is told on the course page, and can be withdrawn', async () => {
  const saved = await ask(path, {
    as: 'moderator',
    form: { ...shown(), title: 'Payroll for all', level: 'advanced', summary: '' },
  });
  expect(saved.status).toBe(303);
  await importing(
    db,
    [
      course('a', { title: 'Payroll again', level: 'intermediate', summary: 'New.', description: 'Words.' }),
      course('b', { title: 'Law for all', url: 'https://b.example/law' }),
    ],
    { on: 1 },
  );
  const now = await theCourse();
  expect(now).toMatchObject({ title: 'Payroll for all', slug: 'payroll-for-all' });
  expect(now.document).toMatchObject({ level: 'advanced', description: 'Words.' });
  expect(now.document).not.toHaveProperty('summary');
  expect((await ask('/en/courses/payroll')).status).toBe(301);
  expect((await ask('/en/courses/payroll-for-all')).text).toContain('a correction made by hand');
  const page = await ask(`/en${path}`, { as: 'moderator' });
  expect(page.text).toContain('corrected by Noor');
  expect(page.text).not.toContain('value="subjects"');
  expect(page.text).toContain('Payroll again');
  expect(page.statements.count).toBeLessThanOrEqual(4);
  await ask(`${path}/withdraw`, { as: 'moderator', form: { field: 'level' } });
  expect((await theCourse()).document).toMatchObject({ level: 'intermediate', title: 'Payroll for all' });
  expect((await ask(`${path}/withdraw`, { form: { field: 'level' } })).status).toBe(404);
});

it('ties a prerequisite to the course that was chosen, and says what is wrong beside a field', async () => {
  const fields = correctionFields((await theCourse()).document as never);
  await ask(path, {
    form: {
      ...fields,
      needsCourses: 'https://b.example/law',
      costs: 'certificate 49,50 eur\nsubscription 1000 JPY month',
    },
  });
  expect((await theCourse()).document).toMatchObject({
    prerequisites: { courses: [{ title: 'Law for all' }] },
    costs: [
      { kind: 'certificate', amount: 4950, currency: 'EUR' },
      { kind: 'subscription', amount: 1000, currency: 'JPY', per: 'month' },
    ],
  });
  expect((await ask('/en/courses/payroll-for-all')).text).toContain('/courses/law-for-all');
  const wrong = await ask(path, {
    form: { ...fields, title: '', languages: 'French!', costs: 'free', url: 'javascript:alert(1)' },
  });
  expect(wrong.status).toBe(422);
  for (const words of [
    'Give the course a title',
    'language tags such as',
    'one price a line',
    'not a web address',
  ])
    expect(wrong.text).toContain(words);
  expect(readCosts('access 0 EUR')).toEqual([{ kind: 'access', amount: 0, currency: 'EUR' }]);
});

it('is for those who look after courses', async () => {
  expect((await ask(`/en${path}`, { as: 'nobody' })).status).toBe(403);
  expect((await ask(path, { as: 'nobody', form: { title: 'x' } })).status).toBe(403);
  expect((await ask('/en/operator/courses?q=payrol', { as: 'moderator' })).text).toContain('Payroll for all');
});
