// Which states of publication still change by themselves, and which need the author's attention.
const ON_THE_WAY = new Set(['PENDING']);
const TOLD_TO_AUTHOR = new Set(['PENDING', 'HELD', 'REJECTED', 'HIDDEN', 'REMOVED', 'DRAFT', 'SCHEDULED']);

export const isOnTheWay = (content) => ON_THE_WAY.has(content.status) || Boolean(content.proposedEdit);
export const isVisible = (content) => !TOLD_TO_AUTHOR.has(content.status);
