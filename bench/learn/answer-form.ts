import { randomUUID } from 'node:crypto';

/** The form of a question set as a page shows it: where it goes, what it holds. */
export interface AnswerForm {
  readonly action: string;
  /** Name and value of hidden fields. */
  readonly hidden: readonly (readonly [string, string])[];
  /** Values to choose from, by the name of their radio buttons. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** The button that sends the whole set. */
  readonly button: readonly [string, string] | undefined;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"') ?? '';

/** Reads the form that a block's answers are posted with. @throws Error when the page has none */
export function answerFormIn(html: string, blockId: string): AnswerForm {
  const form = new RegExp(`<form[^>]*id="${blockId}-form"[^>]*>[\\s\\S]*?</form>`).exec(html)?.[0];
  if (!form) throw new Error(`the page has no form for ${blockId}`);
  const inputs = form.match(/<input[^>]*>/g) ?? [];
  const choices = new Map<string, string[]>();
  for (const input of inputs.filter((each) => attribute(each, 'type') === 'radio')) {
    const name = attribute(input, 'name');
    choices.set(name, [...(choices.get(name) ?? []), attribute(input, 'value')]);
  }
  const deeds = (form.match(/<button[^>]*>/g) ?? []).map(
    (each) => [attribute(each, 'name'), attribute(each, 'value')] as const,
  );
  const whole = deeds.find(([, value]) => value === 'check') ?? deeds.find(([, value]) => value === 'finish');
  return {
    action: attribute(form, 'action'),
    hidden: inputs
      .filter((each) => attribute(each, 'type') === 'hidden')
      .map((each) => [attribute(each, 'name'), attribute(each, 'value')] as const),
    choices,
    button: whole,
  };
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** What somebody sends: an id of their own, and a choice in every question. */
export function filledIn({ hidden, choices, button }: AnswerForm, pick: number): string {
  const fields = new URLSearchParams();
  for (const [name, value] of hidden) fields.append(name, uuid.test(value) ? randomUUID() : value);
  for (const [name, values] of choices) fields.append(name, values[pick % values.length] ?? '');
  if (button) fields.append(...button);
  return fields.toString();
}
