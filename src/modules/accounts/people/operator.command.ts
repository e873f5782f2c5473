import { type Command, CommandFailed } from '../../../platform/module.ts';
import { transact } from '../../../platform/db/transact.ts';
import { isLang } from '../../../platform/i18n/languages.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { isAddress } from '../address-key.ts';
import { makeOperator } from './make-operator.ts';

const linkMinutes = 60;

/** `operator EMAIL`: the way in for the first operator, and for one who lost every other way. */
export const operatorCommand: Command = {
  name: 'operator',
  usage: 'EMAIL [--name NAME] [--lang LANG]',
  summary: 'make somebody an operator, and print a link that signs them in once',
  options: { name: 'value', lang: 'value' },
  async run({ tools, db, actor, say }, { words, options }) {
    const address = words[0] ?? '';
    if (!isAddress(address)) throw new CommandFailed('say whose: npx passerelle operator you@example.org');
    const lang = options['lang'] ?? 'en';
    if (lang === true || !isLang(lang)) throw new CommandFailed(`--lang ${String(lang)} is not one of ours`);
    const name = typeof options['name'] === 'string' ? options['name'].trim() : undefined;
    const made = await transact(db, (inner) =>
      makeOperator(inner, actor, { address, lang, linkMinutes, ...(name && { name }) }),
    );
    const link = absoluteUrl(tools.site, made.lang, '/sign-in/link/open', { token: made.secret });
    say(made.created ? `${address} has an account now, and is an operator.` : `${address} is an operator.`);
    say(`This link signs in once, within ${linkMinutes} minutes:`);
    say(link);
    return { ok: true, created: made.created, link };
  },
};
