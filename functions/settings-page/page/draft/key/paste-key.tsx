import { useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { strings } from '../../strings.ts';
import type { Upload } from './use-upload.ts';

/** The text stands in its field alone, and not even there once the service has seen it. */
export function PasteKey({ upload: { waiting, refuse, send } }: { upload: Upload }) {
  const words = strings.draft.key;
  const field = useRef<HTMLTextAreaElement>(null);
  const upload = async () => {
    const text = field.current?.value ?? '';
    if (text.trim() === '') {
      refuse(words.wrong.none);
      return;
    }
    const seen = await send([new File([text], 'pasted.json')]);
    if (seen && field.current) field.current.value = '';
  };
  return (
    <div class="field">
      <label for="pasted-key">{words.pasteLabel}</label>
      <textarea
        ref={field}
        id="pasted-key"
        class="input pasted"
        rows={5}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby="pasted-key-hint"
      />
      <p class="hint" id="pasted-key-hint">
        {words.pasteHint}
      </p>
      <div class="row">
        <Button busy={waiting} onPress={upload}>
          {words.pasteUpload}
        </Button>
      </div>
    </div>
  );
}
