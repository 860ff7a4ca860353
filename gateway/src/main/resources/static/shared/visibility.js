// Which states of publication still change by themselves, and which need the author's attention.
const ON_THE_WAY = new Set(['PENDING']);
const TOLD_TO_AUTHOR = new Set(['PENDING', 'HELD', 'REJECTED', 'HIDDEN', 'REMOVED', 'DRAFT', 'SCHEDULED']);

/** What became of an edit that is not shown yet; PENDING while nobody has judged it. */
export const editStanding = (content) => content.proposedEdit && (content.proposedEdit.moderation?.standing ?? 'PENDING');
export const isOnTheWay = (content) => ON_THE_WAY.has(content.status) || ON_THE_WAY.has(editStanding(content));
export const isVisible = (content) => !TOLD_TO_AUTHOR.has(content.status);
