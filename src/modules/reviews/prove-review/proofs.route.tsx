import { Readable } from 'node:stream';
import { z } from 'zod';
import { staffOnly } from '../../accounts/index.ts';
import type { App } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { mayModerate } from '../moderate-reviews/may-moderate.ts';
import { hidden } from '../moderate-reviews/moderation-refusals.ts';
import { sendModerationPage } from '../moderate-reviews/send-moderation-page.tsx';
import { decideProof } from './decide-proof.ts';
import { openClaim } from './proof-claims.queries.ts';
import { openProofFile } from './proof-file.ts';
import { ProofsPage } from './proofs.page.tsx';
import { waitingProofs } from './proofs.queries.ts';

const most = 50;
const decisionForm = z.object({
  version: z.coerce.number().int(),
  proves: z.enum(['certificate', 'enrolled', 'nothing']),
});

export function proofsRoutes(app: App): void {
  app.get('/operator/proofs', staffOnly, async (c) => {
    const { db, actor, t } = c.var;
    demand(mayModerate(actor), hidden);
    const proofs = await waitingProofs(db, most);
    return sendModerationPage(c, {
      area: 'proofs',
      title: t('reviews.proof.queue'),
      children: <ProofsPage t={t} proofs={proofs} personId={actor.id} />,
    });
  });
  app.get('/operator/proofs/:id/file.pdf', staffOnly, async (c) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    demand(id.success && mayModerate(c.var.actor), hidden);
    const claim = await openClaim(c.var.db, id.data);
    const file = claim?.fileKey ? await openProofFile(c.var.tools.storage, claim.fileKey) : undefined;
    demand(file !== undefined, hidden);
    // somebody's own file: saved rather than shown among our pages, kept nowhere
    return c.body(Readable.toWeb(file) as ReadableStream, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="certificate.pdf"',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'no-store',
    });
  });
  app.post('/operator/proofs/:id', staffOnly, async (c) => {
    const { db, actor, t, site, lang, tools } = c.var;
    const id = z.uuid().safeParse(c.req.param('id'));
    demand(id.success && mayModerate(actor), hidden);
    const form = await readForm(c, decisionForm);
    demand(form.ok, hidden);
    await decideProof(
      db,
      actor,
      { claimId: id.data, ...form.value },
      { translators: tools.translators, site },
    );
    flash(c, 'good', t('reviews.moderate.decided', { n: 1 }));
    return c.redirect(urlFor(site, lang, '/operator/proofs'), 303);
  });
}
