// The kinds of post that the member may write.
import { hasRole } from '../shared/session.js';

export function writableKinds() {
  return ['QUESTION', 'DISCUSSION', 'ARTICLE', 'EXPERIENCE', ...(hasRole('operator') ? ['ANNOUNCEMENT'] : [])];
}
