// A notification in words. The server names its kind and the facts; the sentence is made here, in the reader's language.
import { day, isKnown, t, tKnown } from '../i18n/index.js';

/** Facts that name a rule, a tier or a kind are themselves put in words. */
function spoken(facts) {
  const words = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
  if (facts.rule) words.rule = tKnown('rule', facts.rule);
  if (facts.tier) words.tier = tKnown('tier', facts.tier);
  if (facts.from) words.from = tKnown('tier', facts.from);
  if (facts.to) words.to = tKnown('tier', facts.to);
  if (facts.amount) words.n = Number(facts.amount);
  if (facts.day) words.day = day(facts.day);
  if (facts.status) words.status = tKnown('status', facts.status);
  return words;
}

/** What a day came to is a line that goes on: a kind may say it otherwise while the day is not over. */
function keyOf(kind, facts) {
  const key = `notification.${kind}`;
  const goesOn = facts.day === new Date().toISOString().slice(0, 10);
  return goesOn && isKnown(`${key}.today`) ? `${key}.today` : key;
}

export function sentence(notification) {
  const { kind, actor, facts = {} } = notification;
  const key = keyOf(kind, facts);
  if (!isKnown(key)) return tKnown('notification', kind);
  const known = { title: t('notification.untitled'), ...spoken(facts), actor: actor?.name ?? t('member.somebody') };
  // A fact that this notification lacks leaves no gap behind.
  return t(key, known).replace(/\s*\{\w+\}/g, '');
}

/** Why it happened, where the facts tell it: the reason of a decision, an excerpt, a rule. */
export function reason(notification) {
  const { rule, explanation, reason: told, excerpt } = notification.facts ?? {};
  const why = explanation ?? told;
  if (why && rule) return t('notification.reason', { rule: tKnown('rule', rule), explanation: why });
  return why ?? excerpt;
}
