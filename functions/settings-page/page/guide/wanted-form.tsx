import { strings } from '../strings.ts';
import { isGood, type Place, type Purpose, type Wanted } from './wanted.ts';

const all: Purpose[] = ['import', 'export'];

/** The reader's own names, which the commands below are filled in with as she types. */
export function WantedForm({
  wanted,
  onWanted,
}: {
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
}) {
  const words = strings.guide.wanted;
  const { purposes } = wanted;
  const name = (place: Place) => (
    <Name
      place={place}
      value={wanted[place]}
      onValue={(text) => onWanted({ ...wanted, [place]: text })}
    />
  );
  return (
    <form class="card stack guide-wanted" onSubmit={(event) => event.preventDefault()}>
      <h2>{words.title}</h2>
      {name('project')}
      <fieldset class="field choices">
        <legend>{words.purposes}</legend>
        {all.map((purpose) => (
          <label class="choice" key={purpose}>
            <input
              type="checkbox"
              checked={purposes.includes(purpose)}
              onChange={({ currentTarget: { checked } }) => {
                const next = all.filter((one) =>
                  one === purpose ? checked : purposes.includes(one),
                );
                // It is for something: who unticks the last one wants the other.
                const other = all.filter((one) => one !== purpose);
                onWanted({ ...wanted, purposes: next.length > 0 ? next : other });
              }}
            />
            <span class="choice-name">{words[purpose]}</span>
          </label>
        ))}
      </fieldset>
      {purposes.includes('import') && name('dataset')}
      {purposes.includes('export') && name('exportDataset')}
    </form>
  );
}

function Name({
  place,
  value,
  onValue,
}: {
  place: Place;
  value: string;
  onValue: (text: string) => void;
}) {
  const words = strings.guide.wanted[place];
  const wrong = value !== '' && !isGood(place, value);
  return (
    <div class="field">
      <label for={`guide-${place}`}>{words.label}</label>
      <p class="hint" id={`guide-${place}-hint`}>
        {words.hint}
      </p>
      <input
        class="input input-short"
        id={`guide-${place}`}
        value={value}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={wrong}
        aria-describedby={`guide-${place}-hint${wrong ? ` guide-${place}-fault` : ''}`}
        onInput={({ currentTarget }) => onValue(currentTarget.value.trim())}
      />
      {wrong && (
        <p class="fault" id={`guide-${place}-fault`}>
          {words.fault}
        </p>
      )}
    </div>
  );
}
