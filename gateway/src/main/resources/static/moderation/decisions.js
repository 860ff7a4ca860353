// What a moderator can decide, and what each decision needs.

/** `key` is the shortcut; a decision that takes something from an author is explained to them. */
export const ACTIONS = [
  { action: 'APPROVE', key: 'a', icon: 'accept', explained: false },
  { action: 'REJECT', key: 'r', icon: 'close', explained: true },
  { action: 'HIDE', key: 'h', icon: 'eyeOff', explained: true },
  { action: 'REMOVE', key: 'x', icon: 'trash', explained: true },
  { action: 'RESTORE', key: 's', icon: 'refresh', explained: false },
  { action: 'DISMISS', key: 'd', icon: 'flag', explained: false },
];

/** Those that usually answer the case come first; the others stay at hand. */
export function actionsFor(openCase) {
  const usual = openCase.origin === 'SCREENING' ? ['APPROVE', 'REJECT'] : ['DISMISS', 'HIDE', 'REMOVE'];
  return {
    usual: ACTIONS.filter(({ action }) => usual.includes(action)),
    other: ACTIONS.filter(({ action }) => !usual.includes(action)),
  };
}

export const RULES = ['spam', 'harassment', 'hate', 'sexual', 'violence', 'off-topic', 'other'];
