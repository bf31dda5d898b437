import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useInPage } from '../in-page.ts';
import { Icon } from '../parts/icon.tsx';
import { strings } from '../strings.ts';

/** Who is signed in, and where; on a laptop, a choice of whom to be. */
export function WhoIAm() {
  const { caller, config } = useInPage();
  const { subject, workspace, role } = caller;
  const inWords = strings.signIn.as(strings.signIn.roles[role], workspace);
  if (config.identities) return <Choice inWords={inWords} identities={config.identities} />;
  return (
    <p class="who" title={subject}>
      <span class="visually-hidden">{strings.signIn.signedIn} </span>
      <bdi class="who-name">{subject}</bdi>
      <span class="who-where">
        <bdi>{inWords}</bdi>
      </span>
    </p>
  );
}

/** A button with a list below it (https://www.w3.org/WAI/ARIA/apg/patterns/disclosure/). */
function Choice({ inWords, identities }: { inWords: string; identities: string[] }) {
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && whole.current?.contains(target) !== true) setOpen(false);
    };
    addEventListener('pointerdown', elsewhere);
    addEventListener('focusin', elsewhere);
    return () => {
      removeEventListener('pointerdown', elsewhere);
      removeEventListener('focusin', elsewhere);
    };
  }, [open]);
  return (
    <div
      class="who"
      ref={whole}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class="who-button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={strings.signIn.switch(inWords)}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <span class="who-where">{inWords}</span>
        <Icon name="down" />
      </button>
      <ul class="who-choices card" id={id} hidden={!open}>
        {identities.map((identity) => (
          <Identity key={identity} identity={identity} />
        ))}
      </ul>
    </div>
  );
}

function Identity({ identity }: { identity: string }) {
  const { base, caller, session } = useInPage();
  const [role = '', workspace = ''] = identity.split('@');
  const { roles, as } = strings.signIn;
  const here = identity === `${caller.role}@${caller.workspace}`;
  return (
    <li>
      <button
        type="button"
        class="who-choice"
        aria-current={here ? 'true' : undefined}
        onClick={() => {
          // What has an address in this workspace has none in another one.
          if (workspace !== caller.workspace) history.replaceState(null, '', `${base}/connectors`);
          void session.signInAgain(identity);
        }}
      >
        {as(role === 'editor' || role === 'viewer' ? roles[role] : role, workspace)}
      </button>
    </li>
  );
}
