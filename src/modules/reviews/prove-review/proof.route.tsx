import { z } from 'zod';
import { signedInOnly } from '../../accounts/index.ts';
import { FileTooLarge } from '../../../platform/files/storage.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { BadMultipart, readUpload } from '../../../platform/http/multipart.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { reviewNotFound } from '../refusals.ts';
import { type ProvableReview, provableReview } from './proof-claims.queries.ts';
import { keepProofFile, NoPdf } from './proof-file.ts';
import { ProofPage } from './proof.page.tsx';
import { demandTry, type Evidence, submitProof } from './submit-proof.ts';

const proofForm = z.object({ url: z.string().trim().optional(), document: z.string().optional() });

export function proofRoutes(app: App): void {
  app.get('/reviews/:id/proof', signedInOnly, async (c) => show(c, await reviewFor(c), emptyForm));
  app.post('/reviews/:id/proof', signedInOnly, async (c) => {
    const review = await reviewFor(c);
    const form = await readForm(c, proofForm);
    if (!form.ok) return show(c, review, form.form);
    const { url, document = '' } = form.value;
    return take(c, review, url === undefined ? { kind: 'credential', document } : { kind: 'page', url });
  });
  app.post('/reviews/:id/proof/file', signedInOnly, async (c) => {
    const review = await reviewFor(c);
    demandTry(review);
    const fileKey = await fileIn(c);
    if (fileKey === undefined)
      return show(c, review, { values: {}, errors: { file: 'reviews.proof.refusal.file' } });
    return take(c, review, { kind: 'file', fileKey });
  });
}

type Own = ProvableReview & { readonly id: string };

async function reviewFor(c: AppContext): Promise<Own> {
  const id = z.uuid().safeParse(c.req.param('id'));
  demand(id.success, reviewNotFound);
  const review = await provableReview(c.var.db, id.data, c.var.actor.id, c.var.actor.now);
  demand(review !== undefined, reviewNotFound);
  return { ...review, id: id.data };
}

/** The key of the PDF that was sent; undefined for none, for other files, and for large ones. */
async function fileIn(c: AppContext): Promise<string | undefined> {
  try {
    const upload = await readUpload(c.req.raw, {
      fileField: 'file',
      store: ({ body }) => keepProofFile(c.var.tools.storage, body as AsyncIterable<Buffer>),
    });
    return upload.file;
  } catch (error) {
    if (error instanceof NoPdf || error instanceof FileTooLarge || error instanceof BadMultipart)
      return undefined;
    throw error;
  }
}

async function take(c: AppContext, review: Own, evidence: Evidence): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const done =
    evidence.kind === 'file'
      ? { ok: true as const, value: await submitProof(db, actor, review.id, evidence) }
      : await answerForm(c, () => submitProof(db, actor, review.id, evidence));
  if (!done.ok) return show(c, review, done.form);
  flash(c, 'good', t('reviews.proof.taken'));
  return c.redirect(urlFor(site, lang, `/reviews/${review.id}/proof`), 303);
}

function show(c: AppContext, review: Own, form: FormState): Response {
  const { t, site, lang } = c.var;
  c.header('Cache-Control', 'no-store');
  return sendPage(c, {
    title: t('reviews.proof.title'),
    indexed: false,
    width: 'narrow',
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    children: (
      <ProofPage
        t={t}
        href={(path) => urlFor(site, lang, path)}
        reviewId={review.id}
        review={review}
        form={form}
      />
    ),
  });
}
