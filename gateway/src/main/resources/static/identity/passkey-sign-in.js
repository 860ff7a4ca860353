// The sign-in page's second way: a passkey. The page works without it.
const button = document.getElementById('passkey');
const status = document.getElementById('passkey-status');
const csrf = document.querySelector('input[name=_csrf]').value;

async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': csrf, 'X-XSRF-TOKEN': csrf },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.status === 204 ? undefined : response.json();
}

async function signIn() {
  status.textContent = '';
  button.disabled = true;
  try {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await post('/sign-in/passkey/options', {}));
    const credential = await navigator.credentials.get({ publicKey: options });
    await post('/sign-in/passkey', credential.toJSON());
    location.assign('/oauth2/authorization/townhall');
  } catch (failure) {
    button.disabled = false;
    // Whoever closed the browser's dialogue knows that they did.
    if (failure.name !== 'NotAllowedError') status.textContent = button.dataset.failed;
  }
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  button.hidden = false;
  button.addEventListener('click', signIn);
}
