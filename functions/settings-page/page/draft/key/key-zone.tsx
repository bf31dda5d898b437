import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useWait } from '../../parts/use-wait.ts';
import { strings } from '../../strings.ts';
import { PasteKey } from './paste-key.tsx';
import type { Upload } from './use-upload.ts';
import { droppedIn, looksLikeKey } from './wrong-file.ts';

/** Drop, choose or paste: three ways to hand over the file, of which the button works for everybody. */
export function KeyZone({ upload, fault }: { upload: Upload; fault: string | undefined }) {
  const words = strings.draft.key;
  const { waiting, refusal, failure, refuse, send } = upload;
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const wait = useId();
  const seconds = useWait(failure);
  usePastes(upload);
  const wrong = refusal ?? fault;
  return (
    <div class="stack-small">
      <div
        class="zone"
        data-over={over}
        aria-busy={waiting}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const { files, folder } = droppedIn(event);
          if (folder) refuse(words.wrong.folder);
          else void send(files);
        }}
      >
        <p>{waiting ? words.uploading : words.drop}</p>
        <div class="row">
          <Button
            id="key"
            kind="main"
            busy={waiting}
            blockedBy={seconds > 0 ? wait : undefined}
            describedBy={wrong === undefined ? undefined : 'key-fault'}
            onPress={() => chooser.current?.click()}
          >
            {words.choose}
          </Button>
          <Button
            kind="plain"
            expanded={pasting}
            onPress={() => {
              setPasting(!pasting);
            }}
          >
            {words.pasteInstead}
          </Button>
        </div>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".json,application/json,.txt"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            currentTarget.value = '';
            if (files.length > 0) void send(files);
          }}
        />
      </div>
      {pasting && <PasteKey upload={upload} />}
      {wrong !== undefined && (
        <p class="notice notice-bad" id="key-fault">
          {wrong}
        </p>
      )}
      {failure !== undefined && (
        <div id={wait}>
          <FailureNotice failure={failure} wait={seconds} />
        </div>
      )}
    </div>
  );
}

/** Ctrl+V anywhere but in a field; and a file that misses the zone does not take the reader off the page. */
function usePastes({ send, refuse }: Upload): void {
  const latest = useRef({ send, refuse });
  latest.current = { send, refuse };
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      if (target instanceof Element && target.matches('input, textarea')) return;
      const files = [...(clipboardData?.files ?? [])];
      const text = clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) void latest.current.send(files);
      else if (looksLikeKey(text)) void latest.current.send([new File([text], 'pasted.json')]);
      else if (text !== '') latest.current.refuse(strings.draft.key.wrong.pasted);
    };
    const stay = (event: DragEvent) => {
      event.preventDefault();
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', stay);
    document.addEventListener('drop', stay);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', stay);
      document.removeEventListener('drop', stay);
    };
  }, []);
}
