import { announce } from '../../parts/announce.ts';
import { strings } from '../../strings.ts';
import type { ContactKeyType, FieldDraft } from '../draft.ts';
import { Fault } from '../step.tsx';

const all: ContactKeyType[] = ['email', 'phone', 'externalId', 'contactId', 'additionalField'];

export interface ContactKeyProps {
  field: FieldDraft;
  fault: string | undefined;
  idFault: string | undefined;
  onField: (field: FieldDraft) => void;
}

/** The other half of the pair: what the platform calls the same thing. What the column cannot hold says why. */
export function ContactKeyChoice({ field, fault, idFault, onField }: ContactKeyProps) {
  const words = strings.draft.contactKey;
  const { contactKey, contactKeys, fieldId } = field;
  const refused = (type: ContactKeyType) =>
    contactKeys !== undefined && !contactKeys.includes(type);
  return (
    <fieldset
      class="field choices"
      id="contact-key"
      tabIndex={-1}
      aria-describedby={fault === undefined ? undefined : 'contact-key-fault'}
    >
      <legend>{words.legend(field.column)}</legend>
      {all.map((type) => (
        <label class="choice" key={type} data-refused={refused(type)}>
          <input
            type="radio"
            name="contact-key"
            checked={contactKey === type}
            aria-disabled={refused(type)}
            aria-describedby={refused(type) ? `contact-key-${type}` : undefined}
            onClick={(event) => {
              if (!refused(type)) return;
              event.preventDefault();
              announce(words.refused[type]);
            }}
            onChange={() => {
              onField({ ...field, contactKey: type });
            }}
          />
          <span>
            <span class="choice-name">{words.types[type]}</span>
            {refused(type) && (
              <span class="hint" id={`contact-key-${type}`}>
                {words.refused[type]}
              </span>
            )}
          </span>
        </label>
      ))}
      <Fault id="contact-key-fault" words={fault} />
      {contactKey === 'additionalField' && (
        <div class="field">
          <label for="field-id">{words.idLabel}</label>
          <input
            id="field-id"
            class="input input-short"
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={fieldId}
            aria-invalid={idFault !== undefined}
            aria-describedby={
              idFault === undefined ? 'field-id-hint' : 'field-id-fault field-id-hint'
            }
            onInput={({ currentTarget }) => {
              onField({ ...field, fieldId: currentTarget.value });
            }}
          />
          <Fault id="field-id-fault" words={idFault} />
          <p class="hint" id="field-id-hint">
            {words.idHint}
          </p>
        </div>
      )}
    </fieldset>
  );
}
