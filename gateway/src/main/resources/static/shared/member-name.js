// The name behind a member's id, looked up once, where an answer of a service holds the id alone.
import { api } from './api.js';
import { MemberLink } from './ui/pieces.js';
import { html, useEffect, useState } from './view.js';

const names = new Map();

function nameOf(id) {
  if (!names.has(id)) {
    const found = api.get(`/api/engagement/members/${id}`).then(
      (member) => member.displayName,
      () => {
        names.delete(id);
        return undefined;
      },
    );
    names.set(id, found);
  }
  return names.get(id);
}

export function MemberName({ id }) {
  const [name, setName] = useState();
  useEffect(() => {
    let wanted = true;
    nameOf(id).then((found) => wanted && setName(found));
    return () => {
      wanted = false;
    };
  }, [id]);
  return html`<${MemberLink} member=${{ id, name: name ?? id.slice(-6) }} />`;
}
