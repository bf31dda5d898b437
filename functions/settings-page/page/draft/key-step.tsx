import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { useInPage } from '../in-page.ts';
import { announce } from '../parts/announce.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Moment } from '../parts/moment.tsx';
import { strings } from '../strings.ts';
import type { UploadedKey } from './draft.ts';
import { KeyFactsList } from './key/key-facts.tsx';
import { KeyZone } from './key/key-zone.tsx';
import { useUpload } from './key/use-upload.ts';
import { isGone } from './missing.ts';
import { Step } from './step.tsx';

export interface KeyStepProps {
  uploaded: UploadedKey | undefined;
  fault: string | undefined;
  now: number;
  title?: string;
  hint?: ComponentChildren;
  onKey: (key: UploadedKey | undefined) => void;
}

export function KeyStep({ uploaded, fault, now, title, hint, onKey }: KeyStepProps) {
  const words = strings.draft.key;
  const facts = useRef<HTMLDivElement>(null);
  const changedHere = useRef(false);
  const change = (key: UploadedKey | undefined) => {
    changedHere.current = true;
    onKey(key);
  };
  const upload = useUpload((key) => {
    change(key);
    announce(words.uploaded(key.clientEmail, key.warnings.length));
  });
  useEffect(() => {
    if (changedHere.current) (facts.current ?? document.getElementById('key'))?.focus();
    changedHere.current = false;
  }, [uploaded]);
  const gone = uploaded !== undefined && isGone(uploaded, now);
  const shown = gone ? undefined : uploaded;
  return (
    <Step id="key-step" title={title ?? words.title} hint={hint ?? <Hint />}>
      {shown ? (
        <div class="stack-small" ref={facts} tabIndex={-1} role="group" aria-label={words.label}>
          <p class="key-read">
            <Icon name="good" /> {words.read}
          </p>
          <KeyFactsList {...shown} />
          {shown.warnings.map(({ cause, detail }) => (
            <p class="notice notice-warn" key={cause}>
              {detail}
            </p>
          ))}
          <p class="hint">
            {words.kept} <Moment at={shown.expiresAt} />.
          </p>
          <div class="row">
            <Button
              onPress={() => {
                change(undefined);
              }}
            >
              {words.another}
            </Button>
          </div>
        </div>
      ) : (
        <KeyZone upload={upload} fault={gone ? strings.draft.missing.keyGone : fault} />
      )}
    </Step>
  );
}

function Hint() {
  const { base } = useInPage();
  const { hint, noFile, guide } = strings.draft.key;
  return (
    <>
      {hint} {noFile} <a href={`${base}/guide`}>{guide}</a>
    </>
  );
}
