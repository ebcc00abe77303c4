import { html } from 'htm/preact';

const documents = [
  { path: 'authorisation/mandate', label: 'Mandate to sign', file: (id) => `mandate-${id}.pdf` },
  {
    path: 'number-list-letter',
    label: 'Letter asking for all numbers',
    file: (id) => `number-list-letter-${id}.txt`,
  },
];

/** A link cannot show a token, so the document is read first and then kept under its name. */
const save = async (api, path, name) => {
  const address = URL.createObjectURL(await api.getFile(path));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  return `Saved ${name}.`;
};

/** The documents made from a request, in the subscriber's language. */
export const Documents = ({ request, act }) => html`
  <section class="card" aria-labelledby="documents-heading">
    <h2 id="documents-heading">Documents</h2>
    <div class="buttons">
      ${documents.map(
        ({ path, label, file }) => html`
          <button
            key=${path}
            type="button"
            onClick=${() => act((api) => save(api, `/v1/port-requests/${request.id}/${path}`, file(request.id)))}
          >
            ${label}
          </button>
        `,
      )}
    </div>
  </section>
`;
