import { strings } from '../strings.ts';

/** Other guides ask for more, and here is why this one does not. */
export function WhyNotAdmin() {
  const { title, lead, could, here } = strings.guide.whyNotAdmin;
  return (
    <section class="card stack-small" aria-labelledby="why-not-admin">
      <h2 id="why-not-admin">{title}</h2>
      <p>{lead}</p>
      <ul class="guide-list">
        {could.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>{here}</p>
    </section>
  );
}
