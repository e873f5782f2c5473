import { notify } from '../../notify/index.ts';
import { mailTo } from '../../../platform/mail/mail.queries.ts';
import type { Module } from '../../../platform/module.ts';
import { editorial } from '../index.ts';
import { editorialStage } from './editorial-stage.ts';

/** News beside the module that tells them: follows, confirmations and letters as they are. */
export async function letterStage() {
  const both: Module = {
    ...editorial,
    messages: mergeMessages(notify, editorial),
    routes: (app) => [notify, editorial].forEach((module) => module.routes?.(app)),
    jobs: [...(notify.jobs ?? []), ...(editorial.jobs ?? [])],
  };
  const stage = await editorialStage(both);
  /** Runs a job as the worker would. */
  const run = async (name: string, payload: unknown = {}) => {
    const job = both.jobs?.find((each) => each.name === name);
    if (!job) throw new Error(`there is no job ${name}`);
    const { tools, db } = stage;
    await job.run({ tools, db, actor: stage.system(), signal: new AbortController().signal }, payload);
  };
  return { ...stage, run, letters: (address: string) => mailTo(stage.db, [address]) };
}

const mergeMessages = (...modules: readonly Module[]): Module['messages'] =>
  modules
    .map(({ messages }) => messages)
    .reduce((all, own) => {
      const langs = Object.keys(own) as (keyof typeof own)[];
      return Object.fromEntries(
        langs.map((lang) => [lang, { ...all[lang], ...own[lang] }]),
      ) as unknown as typeof own;
    });
