// Requests to the suite. Refusals are thrown as Problem (RFC 9457); what may be repeated is repeated when the way there failed.

export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail ?? body?.title ?? `HTTP ${status}`);
    this.status = status;
    this.type = body?.type ?? '';
    this.errors = Array.isArray(body?.errors) ? body.errors : [];
    this.correlationId = body?.correlationId;
  }

  /** Nobody answered, or nobody who could carry it out. */
  get isUnreachable() {
    return this.status === 0 || [502, 503, 504].includes(this.status);
  }

  get isStale() {
    return this.status === 409;
  }
}

const PAUSES_BEFORE_REPEATING = [400, 1500];

let csrf = async () => undefined;

/** @param source answers `{header, token}`; called with true when the token known so far was refused */
export function useCsrfFrom(source) {
  csrf = source;
}

let onSignedOut = () => {};

export function whenSignedOut(action) {
  onSignedOut = action;
}

function address(path, query) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const each of [value].flat()) {
      if (each !== undefined && each !== null && each !== '') parameters.append(name, each);
    }
  }
  const search = parameters.toString();
  return search ? `${path}?${search}` : path;
}

async function once(method, path, { query, body, idempotencyKey } = {}, freshToken = false) {
  const headers = { Accept: 'application/json, application/problem+json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
  if (method !== 'GET') {
    const token = await csrf(freshToken);
    if (token) headers[token.header] = token.token;
  }
  let response;
  try {
    response = await fetch(address(path, query), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0);
  }
  const text = await response.text();
  const content = (response.headers.get('Content-Type') ?? '').includes('json') && text ? JSON.parse(text) : undefined;
  if (response.ok) return content;
  // A 403 that names no field may be a token that died with its session.
  if (response.status === 403 && method !== 'GET' && !freshToken && !content?.errors) {
    return once(method, path, { query, body, idempotencyKey }, true);
  }
  if (response.status === 401) onSignedOut();
  throw new Problem(response.status, content);
}

async function request(method, path, options = {}) {
  const mayRepeat = method !== 'POST' || options.idempotencyKey;
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(method, path, options);
    } catch (problem) {
      const pause = PAUSES_BEFORE_REPEATING[attempt];
      if (!mayRepeat || !(problem instanceof Problem) || !problem.isUnreachable || pause === undefined) throw problem;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

export const api = {
  get: (path, query) => request('GET', path, { query }),
  post: (path, body, options) => request('POST', path, { body, ...options }),
  put: (path, body, options) => request('PUT', path, { body, ...options }),
  delete: (path, options) => request('DELETE', path, options),
};

/** All items of a list by cursor; for lists that a page shows whole. */
export async function allOf(path, query) {
  const items = [];
  let cursor = query?.cursor;
  do {
    const page = await api.get(path, { ...query, cursor });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

const IDS_IN_ONE_REQUEST = 40;

/** The items that belong to many ids; asked for in parts only where one address would grow too long. */
export async function getForAll(path, parameter, ids) {
  const parts = [];
  for (let from = 0; from < ids.length; from += IDS_IN_ONE_REQUEST) {
    parts.push(allOf(path, { [parameter]: ids.slice(from, from + IDS_IN_ONE_REQUEST) }));
  }
  return (await Promise.all(parts)).flat();
}

/** A random key, also where a page is not a secure context and crypto.randomUUID is missing. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
