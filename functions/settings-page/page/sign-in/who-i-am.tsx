import { useInPage } from '../in-page.ts';
import { strings } from '../strings.ts';

/** Who is signed in, and where; on a laptop, a choice of whom to be. */
export function WhoIAm() {
  const { caller, config, session } = useInPage();
  const { subject, workspace, role } = caller;
  if (!config.identities) return <p class="who">{strings.signIn.who(subject, role, workspace)}</p>;
  return (
    <label class="who">
      <span class="visually-hidden">{strings.signIn.switch}</span>
      <select
        class="select"
        value={subject}
        onChange={({ currentTarget }) => void session.signInAgain(currentTarget.value)}
      >
        {config.identities.map((identity) => (
          <option key={identity}>{identity}</option>
        ))}
      </select>
    </label>
  );
}
