import { useState } from 'preact/hooks';
import { LONGEST } from '../state/link.js';
import { Dialog } from './dialog.js';

/** The link to the situation at hand; where it is too long for a mail, a file instead. */
export function LinkDialog({
  address,
  close,
  saveFile,
}: {
  address: string;
  close: () => void;
  saveFile: () => void;
}) {
  const [copied, setCopied] = useState(false);
  const copy = (field: HTMLTextAreaElement | null) => {
    if (!field) return;
    field.select();
    // The clipboard of pages on disk is closed to some browsers; what is selected can still be copied by hand.
    void navigator.clipboard?.writeText(field.value).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  const long = address.length > LONGEST;
  return (
    <Dialog title="A link to this situation" close={close}>
      <p>
        Whoever has this page opens it with the same facts, weights and option. The link holds all of that
        itself: nothing is kept anywhere else.
      </p>
      {long && (
        <p class="alert">
          It has {address.length.toLocaleString('en')} characters: mail programs and chats may cut it. Send
          the file instead.{' '}
          <button type="button" onClick={saveFile}>
            Save scenario
          </button>
        </p>
      )}
      <label class="stack">
        <span>Link</span>
        <textarea id="link" readOnly rows={4} value={address} />
      </label>
      <p>
        <button type="button" onClick={() => copy(document.querySelector<HTMLTextAreaElement>('#link'))}>
          Copy
        </button>{' '}
        <span role="status">{copied ? 'Copied.' : ''}</span>
      </p>
    </Dialog>
  );
}
